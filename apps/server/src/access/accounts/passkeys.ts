import type { Credentials, SetCookies } from '../session.ts';
import { headersOf } from './account-sessions.ts';
import { unlessRefused, type Auth } from './better-auth.ts';

export interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970 (UTC). */
  readonly addedAt: number;
  /** Whether it is copied between its owner's devices, or stays in one. */
  readonly synced: boolean;
}

/** What the browser is asked to do, and the cookie that remembers the question for five minutes. */
interface Asked {
  readonly options: object;
  readonly setCookies: SetCookies;
}

type BrowserAnswer = NonNullable<
  Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]
>['body']['response'];

interface Row {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: Date | null;
  readonly deviceType: string;
  readonly backedUp: boolean;
}

/**
 * Passkeys of accounts. One stands for password and second step together, so every one is asked to
 * make sure of its owner.
 */
export class Passkeys {
  readonly #auth: Auth;

  constructor(auth: Auth) {
    this.#auth = auth;
  }

  async askToAdd(credentials: Credentials): Promise<Asked | null> {
    const asked = await unlessRefused(() =>
      this.#auth.api.generatePasskeyRegistrationOptions({
        headers: headersOf(credentials),
        returnHeaders: true,
      }),
    );
    return asked && { options: asked.response, setCookies: asked.headers.getSetCookie() };
  }

  /** Null when the answer of the browser does not fit the question. */
  async add(
    name: string,
    response: object,
    credentials: Credentials,
  ): Promise<{ readonly id: string } | null> {
    const added = await unlessRefusedOrGarbled(() =>
      this.#auth.api.verifyPasskeyRegistration({
        body: { name, response },
        headers: headersOf(credentials),
      }),
    );
    return added && { id: added.id };
  }

  async askToSignIn(): Promise<Asked> {
    const { response, headers } = await this.#auth.api.generatePasskeyAuthenticationOptions({
      // Without credentials: the question is the same for everybody.
      headers: new Headers(),
      returnHeaders: true,
    });
    return {
      options: { ...response, userVerification: 'required' },
      setCookies: headers.getSetCookie(),
    };
  }

  /** Null when the answer of the browser opens no account. */
  async signIn(
    response: Record<string, unknown>,
    credentials: Credentials,
  ): Promise<SetCookies | null> {
    const opened = await unlessRefusedOrGarbled(() =>
      this.#auth.api.verifyPasskeyAuthentication({
        // Read and checked by the library behind it, whatever it is.
        body: { response: response as unknown as BrowserAnswer },
        headers: headersOf(credentials),
        returnHeaders: true,
      }),
    );
    return opened?.headers.getSetCookie() ?? null;
  }

  async listOf(accountId: string): Promise<readonly ListedPasskey[]> {
    const rows = await this.#auth.context.adapter.findMany<Row>({
      model: 'passkey',
      where: [{ field: 'userId', value: accountId }],
      sortBy: { field: 'createdAt', direction: 'asc' },
    });
    return rows.map((row) => ({
      id: row.id,
      name: row.name ?? '',
      addedAt: row.createdAt?.getTime() ?? 0,
      synced: row.backedUp,
    }));
  }

  /** False when the account has no such passkey. */
  async rename(accountId: string, passkeyId: string, name: string): Promise<boolean> {
    const renamed = await this.#auth.context.adapter.update({
      model: 'passkey',
      where: only(accountId, passkeyId),
      update: { name },
    });
    return renamed !== null;
  }

  /** False when the account has no such passkey. */
  async remove(accountId: string, passkeyId: string): Promise<boolean> {
    const removed = await this.#auth.context.adapter.deleteMany({
      model: 'passkey',
      where: only(accountId, passkeyId),
    });
    return removed > 0;
  }
}

const only = (accountId: string, passkeyId: string) => [
  { field: 'id', value: passkeyId },
  { field: 'userId', value: accountId },
];

/**
 * As `unlessRefused`; an answer that the browser made up is a refusal too, though Better Auth calls
 * some of those a fault of the server.
 */
async function unlessRefusedOrGarbled<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await unlessRefused(call);
  } catch (fault) {
    const code = (fault as { body?: { code?: unknown } }).body?.code; // as APIError has it
    if (code === 'FAILED_TO_VERIFY_REGISTRATION') return null;
    throw fault;
  }
}
