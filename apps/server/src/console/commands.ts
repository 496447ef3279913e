import { auditVerify } from './audit-verify.ts';
import { backup } from './backup.ts';
import type { Command } from './command.ts';
import { invite } from './invite.ts';
import { processDelete } from './process-delete.ts';
import { processExport } from './process-export.ts';
import { processList } from './process-list.ts';
import { restore } from './restore.ts';
import { userCreate } from './user-create.ts';
import { userDisable, userEnable } from './user-disable.ts';
import { userList } from './user-list.ts';
import { userReset } from './user-reset.ts';

/** Every command there is, in the order of the help. */
export const commands: readonly Command[] = [
  userCreate,
  userList,
  userReset,
  userDisable,
  userEnable,
  invite,
  processList,
  processExport,
  processDelete,
  backup,
  restore,
  auditVerify,
];
