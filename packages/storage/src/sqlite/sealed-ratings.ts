import type { DatabaseSync } from 'node:sqlite';
import { StorageError, type SealedRatingRow } from '../contract.ts';
import type { RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

type SealedRatingOperations = Pick<
  RegistryOperations,
  | 'keepRoundKey'
  | 'roundKey'
  | 'putSealedRating'
  | 'sealedRatingsIn'
  | 'keyedRounds'
  | 'deleteRound'
>;

/** Ratings of blind rounds that are not over. Each call must run inside one transaction. */
export function sealedRatings(database: DatabaseSync): SealedRatingOperations {
  const keepKey = change(
    database,
    `INSERT INTO round_keys (space_id, round_id, wrapped) VALUES (:spaceId, :roundId, :wrapped)
     ON CONFLICT (space_id, round_id) DO NOTHING`,
  );
  const key = query<{ wrapped: string }>(
    database,
    'SELECT wrapped FROM round_keys WHERE space_id = :spaceId AND round_id = :roundId',
  );
  const keyed = query<{ roundId: string }>(
    database,
    'SELECT round_id AS roundId FROM round_keys WHERE space_id = :spaceId ORDER BY round_id',
  );
  const put = change(
    database,
    `INSERT INTO sealed_ratings (space_id, round_id, assessor, slot, sealed)
     VALUES (:spaceId, :roundId, :assessor, :slot, :sealed)
     ON CONFLICT (space_id, round_id, slot) DO UPDATE SET sealed = excluded.sealed`,
  );
  const ofRound = query<SealedRatingRow>(
    database,
    `SELECT space_id AS spaceId, round_id AS roundId, assessor, slot, sealed
     FROM sealed_ratings WHERE space_id = :spaceId AND round_id = :roundId ORDER BY slot`,
  );
  const dropRatings = change(
    database,
    'DELETE FROM sealed_ratings WHERE space_id = :spaceId AND round_id = :roundId',
  );
  const dropKey = change(
    database,
    'DELETE FROM round_keys WHERE space_id = :spaceId AND round_id = :roundId',
  );
  const keyOf = (round: { spaceId: string; roundId: string }) => key.first(round)?.wrapped ?? null;

  return {
    keepRoundKey(spaceId, roundId, wrapped) {
      keepKey.run({ spaceId, roundId, wrapped });
      const kept = keyOf({ spaceId, roundId });
      if (kept === null) throw new StorageError('Nothing was stored: the key is not there.');
      return kept;
    },
    roundKey: (spaceId, roundId) => keyOf({ spaceId, roundId }),
    putSealedRating(rating) {
      put.run({ ...rating });
    },
    sealedRatingsIn: (spaceId, roundId) => ofRound.all({ spaceId, roundId }),
    keyedRounds: (spaceId) => keyed.all({ spaceId }).map(({ roundId }) => roundId),
    deleteRound(spaceId, roundId) {
      dropRatings.run({ spaceId, roundId });
      dropKey.run({ spaceId, roundId });
    },
  };
}
