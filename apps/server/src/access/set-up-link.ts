import { hashSecret, newSecret, sameHash } from './secrets.ts';

/**
 * The one-time link that makes the first account. Only its hash is kept, in memory: a new start
 * makes a new one for as long as there is no account.
 */
export class SetUpLink {
  #hash: string | null = null;

  /** Makes a secret; the one before it stops working. */
  renew(): string {
    const secret = newSecret();
    this.#hash = hashSecret(secret);
    return secret;
  }

  /**
   * Runs `use` if the secret is the right one; two requests with it never run it twice. The link
   * stays valid when `use` throws.
   */
  async redeem<T>(secret: string, use: () => Promise<T>): Promise<T | null> {
    const held = this.#hash;
    if (held === null || !sameHash(hashSecret(secret), held)) return null;
    this.#hash = null;
    try {
      return await use();
    } catch (failure) {
      this.#hash = held;
      throw failure;
    }
  }
}
