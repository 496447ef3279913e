import type { DocumentLog, Registry, StorageError, StoredDocument } from '../contract.ts';
import type { PackedUpdates } from './packed-updates.ts';

/*
 * What crosses between the thread that serves people and the thread that owns the database: numbered
 * requests one way, answers with the same numbers the other way, a group of them in one message.
 */

/** A contract's methods as the worker has them: answered in place, since node:sqlite never waits. */
type Answered<Methods> = {
  [Name in keyof Methods]: Methods[Name] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Result
    : never;
};

/** A document as it crosses: the memory of its log is handed over in one piece. */
interface PackedDocument extends Omit<StoredDocument, 'updates'> {
  readonly updates: PackedUpdates;
}

export type LogOperations = Omit<Answered<DocumentLog>, 'load'> & {
  load: (documentId: string) => PackedDocument;
};
export type RegistryOperations = Answered<Registry>;
export type Operations = LogOperations & RegistryOperations & { ping: () => void };
export type OperationName = keyof Operations;

/**
 * How an operation meets the others in the queue: reads run by themselves, neighbouring writes share
 * one commit, and what erases runs alone because it also clears the write-ahead log.
 */
type Kind = 'read' | 'write' | 'erase';

const registryKinds: Readonly<Record<keyof RegistryOperations, Kind>> = {
  createProcess: 'write',
  renameProcess: 'write',
  spacesOf: 'read',
  spaceFor: 'read',
  membersOf: 'read',
  putMembership: 'write',
  createSpace: 'write',
  changeSpace: 'write',
  endSpace: 'write',
  reopenSpace: 'write',
  endProcess: 'write',
  endedSpacesOf: 'read',
  changeMemberships: 'write',
  putPerson: 'write',
  person: 'read',
  countPersons: 'read',
  disabledSince: 'read',
  setDisabled: 'write',
  createInvitation: 'write',
  invitationsOf: 'read',
  invitationBySecret: 'read',
  redemptionsIn: 'read',
  isBarred: 'read',
  revokeInvitation: 'write',
  redeemInvitation: 'write',
  askToJoin: 'write',
  arrivalsOf: 'read',
  waitingOf: 'read',
  admitArrival: 'write',
  turnAway: 'write',
  guestSession: 'read',
  replaceGuestSecret: 'write',
  endGuestSession: 'write',
  putBallot: 'write',
  ballotsIn: 'read',
  ballotVotes: 'read',
  deleteBallots: 'erase',
  keepRoundKey: 'write',
  roundKey: 'read',
  putSealedRating: 'write',
  sealedRatingsIn: 'read',
  keyedRounds: 'read',
  deleteRound: 'erase',
  appendAudit: 'write',
  appendAuditOnce: 'write',
  auditAfter: 'read',
  auditBefore: 'read',
  auditHead: 'read',
  auditSpans: 'read',
  auditChains: 'read',
  everyProcess: 'read',
  everySpaceOf: 'read',
  deleteProcess: 'erase',
  withdrawEveryLink: 'write',
};

export const operationKinds: Readonly<Record<OperationName, Kind>> = {
  ping: 'read',
  append: 'write',
  load: 'read',
  compact: 'write',
  rebuild: 'erase',
  delete: 'erase',
  ...registryKinds,
};

/** The names of everything that can be asked of the registry. */
export const registryOperations = Object.keys(registryKinds) as (keyof RegistryOperations)[];

export interface Request {
  readonly number: number;
  readonly name: OperationName;
  readonly args: readonly unknown[];
}

/** The last thing that is asked: finish what came before, close the file, end the thread. */
export const closeRequest = 'close';
export type ToWorker = readonly Request[] | typeof closeRequest;

/** A `StorageError` on its way between threads, where an error loses its class. */
export interface Failure {
  readonly message: StorageError['message'];
  readonly code: StorageError['code'];
  readonly cause: unknown;
}

export type Outcome =
  | { readonly done: true; readonly value: unknown }
  | { readonly done: false; readonly failure: Failure };

export interface Answer {
  readonly number: number;
  readonly outcome: Outcome;
}

/**
 * The worker's first message says whether the database could be opened; the others are answers, and
 * the news that another process has changed something.
 */
export type FromWorker =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'answers'; readonly answers: readonly Answer[] }
  | { readonly kind: 'changed-elsewhere' };
