import type { Capability } from '../wire.ts';

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Who a connection is, as the caller's session says. The whole of it is stamped into presence as
 * `user` and so reaches everybody in the room (R9): put nothing here that they must not see.
 */
export interface Identity {
  readonly id: string;
  readonly [field: string]: Json;
}

/** What the caller decides about one request for one document. */
export type Admission =
  | { readonly kind: 'admitted'; readonly capability: Capability; readonly identity: Identity }
  | { readonly kind: 'no-session' }
  /** Unknown or forbidden. The caller takes care that both take the same time (R1). */
  | { readonly kind: 'not-found' }
  /** It could not be checked; the client is told to try again (R2). */
  | { readonly kind: 'unavailable' };

/** One open connection, as those are shown it who decide what it may do. */
export interface OpenConnection {
  readonly documentId: string;
  readonly identity: Identity;
  readonly capability: Capability;
}
