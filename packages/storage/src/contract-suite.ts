import { afterEach, beforeEach, describe } from 'vitest';
import { audit } from './contract-suite/audit.ts';
import { administration } from './contract-suite/administration.ts';
import { arrivals } from './contract-suite/arrivals.ts';
import { ballots } from './contract-suite/ballots.ts';
import { compaction } from './contract-suite/compaction.ts';
import { documentLog } from './contract-suite/document-log.ts';
import { epochs } from './contract-suite/epochs.ts';
import { exactness } from './contract-suite/exactness.ts';
import { foreignChanges } from './contract-suite/foreign-changes.ts';
import { invitations } from './contract-suite/invitations.ts';
import { lifecycle } from './contract-suite/lifecycle.ts';
import { logAtRandom } from './contract-suite/log-at-random.ts';
import { removals } from './contract-suite/removals.ts';
import { registryAtRandom } from './contract-suite/registry-at-random.ts';
import { processes } from './contract-suite/processes.ts';
import { sealedRatings } from './contract-suite/sealed-ratings.ts';
import { spaces } from './contract-suite/spaces.ts';
import { twoAtOnce } from './contract-suite/two-at-once.ts';
import type { OpenStorage, OpenedStorage } from './contract-suite/opened-storage.ts';

export type { OpenStorage, OpenedStorage } from './contract-suite/opened-storage.ts';

/**
 * The storage contract as tests: every implementation runs them in a test file of its own.
 *
 * @param name the implementation, as it shall stand in the report.
 * @param open makes an empty storage; called anew for every test.
 */
export function storageContract(name: string, open: OpenStorage): void {
  describe(`${name} keeps the storage contract`, () => {
    let opened: OpenedStorage;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.cleanup());

    for (const part of [
      documentLog,
      compaction,
      epochs,
      twoAtOnce,
      exactness,
      processes,
      spaces,
      invitations,
      ballots,
      sealedRatings,
      audit,
      administration,
      foreignChanges,
      arrivals,
      removals,
      lifecycle,
      logAtRandom,
      registryAtRandom,
    ]) {
      part(() => opened);
    }
  });
}
