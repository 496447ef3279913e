import express, { Router } from 'express';
import type { Access, Accounts, GuestCookie } from '../access/index.ts';
import type { Audit } from '../audit/audit.ts';
import type { EntryIds } from '../commands/entry-ids.ts';
import type { Live } from '../live/live.ts';
import type { ProcessParts } from '../processes/create-process.ts';
import type { Origins } from '../settings.ts';
import type { TellAccess } from '../spaces/access-changes.ts';
import type { BlindRounds } from '../rounds/blind-rounds.ts';
import { arrivalDoors } from './arrival-routes.ts';
import { auditDoors } from './audit-routes.ts';
import { ballotDoors } from './ballot-routes.ts';
import { voiceDoors } from './voice-routes.ts';
import type { Mail } from '../mail/mail.ts';
import { accountDoors } from './account-routes.ts';
import { Doors } from './doors.ts';
import { invitationDoors } from './invitation-routes.ts';
import { joinDoors } from './join-routes.ts';
import { memberDoors } from './member-routes.ts';
import { processDoors } from './process-routes.ts';
import { roundDoors } from './round-routes.ts';
import { screeningDoors } from './screening-routes.ts';
import { sameOrigin } from './same-origin.ts';
import { sessionDoors } from './session-routes.ts';
import { signInDoors } from './sign-in-routes.ts';
import { spaceDoors } from './space-routes.ts';

/** What the routes work with. */
export interface ApiParts extends ProcessParts {
  readonly access: Access;
  readonly accounts: Accounts;
  readonly guestCookie: GuestCookie;
  /** Null where no mail server is set. */
  readonly mail: Mail | null;
  readonly live: Live;
  readonly audit: Audit;
  readonly entryIds: EntryIds;
  readonly rounds: BlindRounds;
  /** Closes every socket, of documents and of notices, that a session has opened. */
  readonly endSession: (key: string) => void;
  /** Brings a person's open documents and pages in line with what they may do from now on. */
  readonly accessChanged: TellAccess;
  readonly origins: Origins;
}

/** No request of contracts comes near this, even in four-byte letters. */
const bodyLimit = '16kb';

const areas: readonly ((doors: Doors, parts: ApiParts) => void)[] = [
  sessionDoors,
  signInDoors,
  accountDoors,
  joinDoors,
  processDoors,
  spaceDoors,
  memberDoors,
  arrivalDoors,
  invitationDoors,
  auditDoors,
  ballotDoors,
  voiceDoors,
  roundDoors,
  screeningDoors,
];

/** The HTTP API of contracts: every door of its table, by area. */
export function apiRoutes(parts: ApiParts): Router {
  const doors = new Doors(parts);
  for (const open of areas) open(doors, parts);
  return Router()
    .use('/api', sameOrigin(parts.origins), express.json({ limit: bodyLimit }))
    .use(doors.all());
}
