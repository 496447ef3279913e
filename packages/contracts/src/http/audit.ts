import * as v from 'valibot';
import { Person } from './accounts.ts';

/** What a reader of the trail may ask to see alone. */
export const auditGroups = {
  opens: ['space-opened'],
  people: [
    'invitation-made',
    'invitation-revoked',
    'invitation-redeemed',
    'asked-to-enter',
    'admitted',
    'turned-away',
    'member-added',
    'member-removed',
    'role-changed',
    'capability-changed',
  ],
  place: [
    'space-made',
    'space-renamed',
    'space-ended',
    'space-reopened',
    'attribution-changed',
    'process-made',
    'process-renamed',
    'process-ended',
  ],
  exports: ['exported', 'audit-exported'],
} as const;
export type AuditGroup = keyof typeof auditGroups;

/** Everything that the audit trail tells of. An entry holds one of these words and ids, never content. */
export const auditActs = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'session-ended',
  'password-changed',
  'reset-link-made',
  'password-reset',
  'passkey-added',
  'passkey-removed',
  'two-step-on',
  'two-step-off',
  ...auditGroups.opens,
  ...auditGroups.people,
  ...auditGroups.place,
  ...auditGroups.exports,
  'account-made',
  'account-disabled',
  'account-enabled',
  'process-deleted',
  'backup-made',
  'restored',
] as const;
export type AuditAct = (typeof auditActs)[number];

/** Where an act belongs. A chain has numbers and hashes of its own, so that none tells of another. */
export type AuditChain = { readonly space: string } | { readonly process: string } | 'server';

/** Who acted, where it was somebody at the server's own command line. */
export const commandLine = 'command-line';
/** Who acted, where nobody has said who they are yet: a failed sign-in. */
export const somebody = 'somebody';

/** Entries of one answer at most. */
export const auditPage = 50;

export const AuditQuery = v.strictObject({
  /** Only entries with a lower number: the number of the last one that was read. */
  before: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/), v.transform(Number))),
  group: v.optional(v.picklist(Object.keys(auditGroups) as AuditGroup[])), // keys of the object above
});

export const AuditEntry = v.object({
  number: v.number(),
  at: v.number(),
  by: v.string(),
  /** A word of `auditActs`, or one that a newer Parley has written. */
  act: v.string(),
  subject: v.string(),
});
export type AuditEntry = v.InferOutput<typeof AuditEntry>;

export const AuditAnswer = v.object({
  /** The newest first. */
  entries: v.array(AuditEntry),
  /** Those among the ids whose names the asker may know. */
  people: v.array(Person),
  /** Whether there are older ones. */
  more: v.boolean(),
});
export type AuditAnswer = v.InferOutput<typeof AuditAnswer>;

/** The end of a chain at one moment. Kept elsewhere, it shows later whether the trail was cut or rewritten. */
export const AuditHead = v.object({
  chain: v.string(),
  number: v.number(),
  hash: v.string(),
  at: v.number(),
});
export type AuditHead = v.InferOutput<typeof AuditHead>;

export const OpensAnswer = v.object({
  /** Who opened the space last comes first. */
  opens: v.array(
    v.object({ person: Person, firstAt: v.number(), lastAt: v.number(), times: v.number() }),
  ),
});
export type OpensAnswer = v.InferOutput<typeof OpensAnswer>;

/** What can be taken away as a file. */
export const exportables = ['participants', 'actors', 'agenda'] as const;
export const ExportedRequest = v.strictObject({ what: v.picklist(exportables) });
