import type { IncomingHttpHeaders } from 'node:http';
import type { Person } from '@parley/contracts';

/** Somebody who is signed in: with an account, or as a guest by an invitation link. */
export interface Session {
  readonly person: Person;
  /** Names this one session on this server; sockets opened under it are closed when it ends. */
  readonly key: string;
  /** When it ends whatever is done in it; milliseconds since 1970 (UTC). */
  readonly endsAt: number;
  /** Milliseconds without use after which it ends; null where it lasts till `endsAt`. */
  readonly idleMs: number | null;
}

/** The part of a request that says who sends it, on HTTP and on a socket's upgrade alike. */
export type Credentials = Pick<IncomingHttpHeaders, 'cookie' | 'user-agent'>;

/** What a change of session puts into the answer's `set-cookie`. */
export type SetCookies = readonly string[];
