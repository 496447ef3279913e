import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts what went wrong from one address; a success gives its try back. */
export interface Tries {
  /** Takes one try of this address; false when none is left. */
  take(address: string): Promise<boolean>;
  giveBack(address: string): Promise<void>;
}

/**
 * @param points failures allowed from one address
 * @param seconds time after which they are forgotten
 */
export function allowTries(points: number, seconds: number): Tries {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async take(address) {
      try {
        await limiter.consume(networkOf(address));
        return true;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false;
        throw refusal;
      }
    },
    async giveBack(address) {
      await limiter.reward(networkOf(address));
    },
  };
}

/** An IPv6 household holds 2^64 addresses: it counts as one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before.slice(0, 4).join(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
