/*
 * Everything about who is who: accounts, guests, sessions, invitations, the set-up link, and what a
 * session may open. What the rest of the server knows of it stands here.
 */
export { Access, guestKey, type SignedIn } from './access.ts';
export { openAccounts, type Accounts, type SessionEnds } from './accounts/index.ts';
export { openAccountsDesk, type AccountsDesk } from './accounts-desk.ts';
export {
  admitToDocument,
  admitToSpace,
  type Admitted,
  type AdmittedToDocument,
} from './admission.ts';
export { guestCookie, type GuestCookie } from './guest-cookie.ts';
export { createInvitation, givesMore, higherRole, join, openInvitation } from './invitations.ts';
export { membershipOf } from './membership.ts';
export { personOf } from './persons.ts';
export type { Session, SetCookies } from './session.ts';
export { SetUpLink } from './set-up-link.ts';
export { allowTries, type Tries } from './tries.ts';
