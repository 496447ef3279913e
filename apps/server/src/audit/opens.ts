import type { Registry } from '@parley/storage';
import { chainName } from './audit.ts';

/** Coming back within this time belongs to the same visit, in milliseconds. */
const visit = 30 * 60 * 1000;

/** From this many remembered visits on, those that are over are forgotten. */
const rememberedVisits = 5_000;

interface Visit {
  readonly since: number;
  readonly recorded: Promise<unknown>;
}

/**
 * Keeps in the trail who opens which space: at most once in half an hour for each person and space, so
 * that a bad line, a second document or a second page does not fill it.
 */
export class Opens {
  readonly #registry: Registry;
  readonly #clock: () => number;
  readonly #visits = new Map<string, Visit>();

  /** @param clock milliseconds since 1970 (UTC) */
  constructor(registry: Registry, clock: () => number) {
    this.#registry = registry;
    this.#clock = clock;
  }

  /**
   * Resolves when it stands in the trail that this person has opened the space: await it before
   * anything of the space is sent.
   * @throws StorageError when it could not be stored
   */
  async record(spaceId: string, personId: string): Promise<void> {
    const key = `${spaceId} ${personId}`;
    const known = this.#visits.get(key);
    const now = this.#clock();
    if (known !== undefined && known.since > now - visit) {
      await known.recorded;
      return;
    }
    const act = { chain: chainName({ space: spaceId }), at: now, personId, subject: '' } as const;
    // Asked in storage too: before a restart, or by a second server, it may have been recorded.
    const recorded = this.#registry.appendAuditOnce(
      { ...act, act: 'space-opened' },
      now - visit + 1,
    );
    this.#forgetPast(now);
    this.#visits.set(key, { since: now, recorded });
    try {
      await recorded;
    } catch (error) {
      this.#visits.delete(key);
      throw error;
    }
  }

  #forgetPast(now: number): void {
    if (this.#visits.size < rememberedVisits) return;
    for (const [key, { since }] of this.#visits) {
      if (since <= now - visit) this.#visits.delete(key);
    }
  }
}
