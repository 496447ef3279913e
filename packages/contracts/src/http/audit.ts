/** Everything that the audit trail tells of. An entry holds one of these words and ids, never content. */
export const auditActs = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'session-ended',
  'password-changed',
  'password-reset',
  'passkey-added',
  'passkey-removed',
  'two-step-on',
  'two-step-off',
  'space-opened',
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
  'space-made',
  'space-renamed',
  'space-ended',
  'space-reopened',
  'attribution-changed',
  'process-made',
  'process-renamed',
  'process-ended',
  'exported',
  'audit-exported',
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
