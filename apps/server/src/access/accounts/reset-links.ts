import { newSecret } from '../secrets.ts';
import type { Auth } from './better-auth.ts';

/** How long a link works, in milliseconds. */
const lifetime = 60 * 60 * 1000;

/** The start of the name under which Better Auth keeps a link's hash. */
const name = (secret: string): string => `parley-reset:${secret}`;

/**
 * Links that set a new password: 256 bits, kept as a hash, for one use within the hour. Another
 * process on the same data folder may make one while the server runs.
 */
export class ResetLinks {
  readonly #auth: Auth;

  constructor(auth: Auth) {
    this.#auth = auth;
  }

  /** @returns the secret of the link, and when it stops working (ms since 1970) */
  async create(accountId: string): Promise<{ secret: string; expiresAt: number }> {
    const secret = newSecret();
    const expiresAt = Date.now() + lifetime;
    await this.#auth.context.internalAdapter.createVerificationValue({
      identifier: name(secret),
      value: accountId,
      expiresAt: new Date(expiresAt),
    });
    return { secret, expiresAt };
  }

  /** Uses a link up. @returns whose password it may set; null when it does not work (any more) */
  async redeem(secret: string): Promise<string | null> {
    const { adapter, internalAdapter } = this.#auth.context;
    const held = await internalAdapter.consumeVerificationValue(name(secret));
    if (held === null) return null;
    // Other links for the same account, and second steps that were begun, are no good any more.
    await adapter.deleteMany({
      model: 'verification',
      where: [{ field: 'value', value: held.value }],
    });
    return held.value;
  }

  /** Takes back every link, and with them all else that waits to be confirmed, such as second steps. */
  async withdrawAll(): Promise<void> {
    await this.#auth.context.adapter.deleteMany({
      model: 'verification',
      where: [{ field: 'expiresAt', operator: 'gte', value: new Date(0) }],
    });
  }
}
