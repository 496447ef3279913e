import type { Capability, Role } from './roles.ts';
import { capabilities } from './roles.ts';

interface Right {
  /** The least capability in the space. */
  readonly least: Capability;
  /** The roles that it is kept to, where the capability alone does not decide. */
  readonly roles?: readonly Role[];
}

const hosts: readonly Role[] = ['lead', 'facilitator'];

/**
 * The table of who may do what in a space, once. Server and pages ask `may`; which door of the server
 * asks for which act stands in doors.ts.
 */
export const rights = {
  /** Read both documents, see who is a member, be there. */
  open: { least: 'read' },
  /** See who has opened this space, and when. */
  'see-opens': { least: 'read' },
  /** Take what one reads there away as a file; the trail tells of it. */
  export: { least: 'read' },
  /** Write a comment, resolve a thread. */
  comment: { least: 'contribute' },
  vote: { least: 'contribute' },
  /** Say how one reads an actor, and whom it can bring; score people whom one is asked to screen. */
  assess: { least: 'contribute' },
  /** Put a card before the team that says who matters. */
  propose: { least: 'contribute' },
  /** Open a blind round or a screening, reveal it or give it up; lock and unlock its criteria. */
  'hold-round': { least: 'edit', roles: hosts },
  /** Write in the board document, and settle what was proposed for it. */
  edit: { least: 'edit' },
  /** Ask the space for a vote, and close it. */
  'hold-vote': { least: 'edit' },
  /** Put a decision and what it cost on record, what is done for parties and who agreed, what a question is answered with. */
  decide: { least: 'edit' },
  /** Put on record what the parties want on the agenda, what they answer, and what became of it. */
  'set-agenda': { least: 'edit' },
  /** Say how far people are, that they were invited, what they answered, where they came, how long they spoke. */
  'change-stage': { least: 'edit' },
  /** Put on record that the team was in touch with an actor, and what was done since. */
  'log-engagement': { least: 'edit' },
  /** Change the name of the process. */
  rename: { least: 'edit', roles: hosts },
  /** Make links into the space, list them, take them back. */
  invite: { least: 'edit', roles: hosts },
  /** Let in or turn away who waits. */
  admit: { least: 'edit', roles: hosts },
  /** Change what members may do, and remove them; never somebody of a higher role. */
  'manage-members': { least: 'edit', roles: hosts },
  /** Open a further space in the process. */
  'make-space': { least: 'edit', roles: hosts },
  /** Name, rule of attribution and end of the space. */
  'manage-space': { least: 'edit', roles: hosts },
  /** Read the audit trail of the space and take its head away. */
  audit: { least: 'edit', roles: ['lead'] },
  /** End the process for everybody. */
  'end-process': { least: 'edit', roles: ['lead'] },
} as const satisfies Readonly<Record<string, Right>>;

/** What can be asked of a space. */
export type Act = keyof typeof rights;

/** Whether somebody with this role and capability in a space may do this there. */
export function may(act: Act, role: Role, capability: Capability): boolean {
  const right: Right = rights[act];
  if (capabilities.indexOf(capability) > capabilities.indexOf(right.least)) return false;
  return right.roles === undefined || right.roles.includes(role);
}
