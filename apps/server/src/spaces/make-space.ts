import { randomUUID } from 'node:crypto';
import { boardDocumentId, type Attribution, type Role } from '@parley/contracts';
import { seedBoard } from '@parley/model';
import type { SpaceOfPerson } from '@parley/storage';
import type { Session } from '../access/index.ts';
import type { Audit } from '../audit/audit.ts';
import type { ProcessParts } from '../processes/create-process.ts';

/**
 * Makes a further space in a process, with the one who makes it as its first and only member: others
 * of the process learn nothing of it, its trail included, until they are added (P3). The board is
 * filled first, as for a new process.
 * @param role what the maker is in the process
 * @returns the space as its maker has it; null when the process has ended meanwhile
 */
export async function makeSpace(
  { registry, transact, clock, audit }: ProcessParts & { readonly audit: Audit },
  session: Session,
  process: SpaceOfPerson['process'],
  role: Role,
  wish: { kind: 'plenary' | 'caucus'; title: string; attribution: Attribution },
): Promise<SpaceOfPerson | null> {
  const [id, createdAt] = [randomUUID(), clock()];
  await transact(boardDocumentId(id), (doc) => seedBoard(doc, {}));
  const space = { id, processId: process.id, ...wish, createdAt };
  const membership = {
    ...{ spaceId: id, personId: session.person.id },
    ...{ role, capability: 'edit', addedAt: createdAt },
  };
  if (!(await registry.createSpace(space, membership))) return null;
  await audit.record({ chain: { space: id }, by: session.person.id, act: 'space-made' });
  return { process, space, membership };
}
