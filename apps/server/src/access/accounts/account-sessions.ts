import type { EventEmitter } from 'node:events';
import type { Credentials, SetCookies } from '../session.ts';
import type { Auth } from './better-auth.ts';
import { deviceOf, readDevice, writeDevice, type Device } from './device.ts';

/** An account as Better Auth knows it; the registry keeps a mirror of it as a person. */
export interface Account {
  readonly id: string;
  readonly name: string;
}

export interface AccountSession {
  readonly id: string;
  readonly account: Account;
  readonly key: string;
  readonly endsAt: number;
  readonly idleMs: number | null;
}

/** A session as its owner sees it in the list of theirs. */
export interface ListedSession {
  readonly id: string;
  readonly key: string;
  readonly device: Device;
  readonly shared: boolean;
  /** Milliseconds since 1970 (UTC). */
  readonly startedAt: number;
  readonly activeAt: number;
}

/** A session that has just begun, and the cookies that open it. */
export interface Begun {
  readonly account: Account;
  readonly key: string;
  readonly idleMs: number | null;
  readonly setCookies: SetCookies;
}

/** Says the key of every session that has ended, so that what is open under it is closed. */
export type SessionEnds = EventEmitter<{ ended: [key: string] }>;

const minute = 60 * 1000;
/** Every session ends after a long working day. */
const longest = 12 * 60 * minute;
/** For so long after it began, a session shows by itself that its owner is there. */
const fresh = 5 * minute;
/** On a device that others use, a session that nobody uses ends after this time. */
const idle = 30 * minute;
/** Use is written down no more often than this. */
const granularity = minute / 2;

type Row = NonNullable<
  Awaited<ReturnType<Auth['context']['internalAdapter']['findSession']>>
>['session'];

/**
 * The sessions of accounts. Better Auth signs the cookies and keeps the rows; how long a session
 * lasts, on whose device it is and who may end it is decided here, by Parley's clock.
 */
export class AccountSessions {
  readonly #auth: Auth;
  readonly #clock: () => number;
  readonly #ends: SessionEnds;

  constructor(auth: Auth, clock: () => number, ends: SessionEnds) {
    this.#auth = auth;
    this.#clock = clock;
    this.#ends = ends;
  }

  /** The session that these credentials open. */
  async of(credentials: Credentials): Promise<AccountSession | null> {
    const found = await this.#auth.api.getSession({ headers: headersOf(credentials) });
    if (!found) return null;
    const { user } = found;
    const session = facts(found.session);
    if (this.#isOver(session)) {
      await this.#end([session]);
      return null;
    }
    const { id, endsAt, shared } = session;
    const account = { id: user.id, name: user.name };
    return { id, account, key: keyOf(id), endsAt, idleMs: shared ? idle : null };
  }

  /**
   * Makes a session ours that Better Auth has just opened, and ends the one that was open in this
   * browser: a cookie that somebody planted there before opens nothing afterwards (fixation).
   * @param opened the cookies that Better Auth set
   */
  async begin(opened: SetCookies, shared: boolean, credentials: Credentials): Promise<Begun> {
    const { internalAdapter } = this.#auth.context;
    const token = this.#tokenIn(opened);
    const found = token === null ? null : await internalAdapter.findSession(token);
    if (token === null || !found) throw new Error('Better Auth opened no session.');
    const { user } = found;
    const former = await this.of(credentials);
    if (former !== null && former.id !== found.session.id) await this.endOne(former.id);
    const now = this.#clock();
    await internalAdapter.updateSession(token, {
      shared,
      activeAt: new Date(now),
      createdAt: new Date(now),
      expiresAt: new Date(now + longest),
      userAgent: writeDevice(deviceOf(credentials['user-agent'])),
    });
    return {
      account: { id: user.id, name: user.name },
      key: keyOf(found.session.id),
      idleMs: shared ? idle : null,
      // On a shared device the cookie goes when the browser is closed.
      setCookies: shared ? opened.map(withoutMaxAge) : opened,
    };
  }

  /** Whether its owner has signed in just now; a session that was left open is not fresh. */
  isFresh({ endsAt }: Pick<AccountSession, 'endsAt'>): boolean {
    return this.#clock() < endsAt - longest + fresh;
  }

  /** Notes that somebody uses their session now. */
  async touch(credentials: Credentials): Promise<void> {
    const found = await this.#auth.api.getSession({ headers: headersOf(credentials) });
    if (!found) return;
    const { activeAt, shared, token } = facts(found.session);
    const now = this.#clock();
    if (!shared || now - activeAt < granularity) return;
    await this.#auth.context.internalAdapter.updateSession(token, { activeAt: new Date(now) });
  }

  /** The sessions of one account that are open, the latest used first. */
  async listOf(accountId: string): Promise<readonly ListedSession[]> {
    const rows = (await this.#rowsOf(accountId)).filter((row) => !this.#isOver(row));
    return rows
      .map(({ id, device, shared, startedAt, activeAt }) => ({
        ...{ id, key: keyOf(id), device, shared, startedAt, activeAt },
      }))
      .sort((one, other) => other.activeAt - one.activeAt);
  }

  /** Ends sessions of one account: those that `which` names, or all. Returns how many there were. */
  async endOf(
    accountId: string,
    which: (key: string, sessionId: string) => boolean = () => true,
  ): Promise<number> {
    const ending = (await this.#rowsOf(accountId)).filter(({ id }) => which(keyOf(id), id));
    await this.#end(ending);
    return ending.length;
  }

  async endOne(sessionId: string): Promise<void> {
    await this.#end(await this.#rows([{ field: 'id', value: sessionId }]));
  }

  /** Ends the sessions of everybody. */
  async endAll(): Promise<void> {
    await this.#end(await this.#rows([]));
  }

  /** Whether a session, named by its key, is still open. */
  async isOpen(key: string): Promise<boolean> {
    const id = idOf(key);
    const [row] = id === null ? [] : await this.#rows([{ field: 'id', value: id }]);
    return row !== undefined && !this.#isOver(row);
  }

  /** Ends what has run out while nobody asked. */
  async sweep(): Promise<void> {
    await this.#end((await this.#rows([])).filter((row) => this.#isOver(row)));
  }

  /** The cookies that take a session out of the browser. */
  async signOut(credentials: Credentials): Promise<SetCookies> {
    const open = await this.of(credentials);
    const { headers } = await this.#auth.api.signOut({
      headers: headersOf(credentials),
      returnHeaders: true,
    });
    if (open !== null) this.#ends.emit('ended', open.key);
    return headers.getSetCookie();
  }

  /**
   * Keeps a session what it was where Better Auth has put another in its place, as it does when the
   * second step is turned on or off: the same list entry, the same sockets, the same end.
   */
  async keepAs(former: AccountSession, opened: SetCookies): Promise<SetCookies> {
    const token = this.#tokenIn(opened);
    if (token === null) return opened;
    const now = new Date(this.#clock());
    await this.#auth.context.adapter.update({
      model: 'session',
      where: [{ field: 'token', value: token }],
      update: {
        id: former.id,
        shared: former.idleMs !== null,
        activeAt: now,
        expiresAt: new Date(former.endsAt),
      },
    });
    return former.idleMs === null ? opened : opened.map(withoutMaxAge);
  }

  #isOver({ endsAt, shared, activeAt }: Facts): boolean {
    const now = this.#clock();
    return endsAt <= now || (shared && activeAt + idle <= now);
  }

  async #rowsOf(accountId: string): Promise<readonly Facts[]> {
    return this.#rows([{ field: 'userId', value: accountId }]);
  }

  async #rows(where: { field: string; value: string }[]): Promise<readonly Facts[]> {
    const rows = await this.#auth.context.adapter.findMany<Row>({ model: 'session', where });
    return rows.map(facts);
  }

  async #end(ending: readonly Facts[]): Promise<void> {
    for (const { id, token } of ending) {
      await this.#auth.context.internalAdapter.deleteSession(token);
      this.#ends.emit('ended', keyOf(id));
    }
  }

  /** The session's token in cookies that Better Auth sets; its signature follows after a dot. */
  #tokenIn(setCookies: SetCookies): string | null {
    const start = `${this.#auth.context.authCookies.sessionToken.name}=`;
    const cookie = setCookies.find((one) => one.startsWith(start) && !one.startsWith(`${start};`));
    const value = cookie?.slice(start.length).split(';')[0];
    if (value === undefined || value === '') return null;
    const signed = decodeURIComponent(value);
    return signed.slice(0, signed.lastIndexOf('.'));
  }
}

/** What of a row decides. */
interface Facts {
  readonly id: string;
  readonly token: string;
  readonly shared: boolean;
  readonly startedAt: number;
  readonly activeAt: number;
  readonly endsAt: number;
  readonly device: Device;
}

function facts(row: Row): Facts {
  const startedAt = row.createdAt.getTime();
  // Fields of ours, which Better Auth's types do not know.
  const { shared, activeAt }: Record<string, unknown> = row;
  return {
    id: row.id,
    token: row.token,
    shared: shared === true,
    startedAt,
    activeAt: activeAt instanceof Date ? activeAt.getTime() : startedAt,
    endsAt: row.expiresAt.getTime(),
    device: readDevice(row.userAgent),
  };
}

const keyOf = (sessionId: string): string => `account:${sessionId}`;
const idOf = (key: string): string | null => /^account:(.+)$/.exec(key)?.[1] ?? null;

const withoutMaxAge = (setCookie: string): string => setCookie.replace(/; Max-Age=(?!0\b)\d+/i, '');

/** A request's credentials as Better Auth reads them; of the browser only what is kept. */
export const headersOf = ({ cookie, 'user-agent': agent }: Credentials): Headers =>
  new Headers({
    ...(cookie === undefined ? {} : { cookie }),
    'user-agent': writeDevice(deviceOf(agent)),
  });
