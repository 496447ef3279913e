import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
import type { ContractPart } from './opened-storage.ts';
import { begin, plenary, team } from './rows.ts';

export const sealedRatings: ContractPart = (opened) => {
  describe('ratings of blind rounds', () => {
    const registry = () => opened().storage.registry;
    const rating = (slot: string, sealed = 'x', roundId = 'round', spaceId = plenary.id) => ({
      ...{ spaceId, roundId, assessor: `of-${slot.slice(0, 1)}`, slot, sealed },
    });

    beforeEach(async () => {
      await begin(registry());
      for (const space of [plenary.id, team.id]) {
        for (const round of ['round', 'another']) {
          await registry().keepRoundKey(space, round, `key of ${round} in ${space}`);
        }
      }
    });

    it('keeps the first key of a round, whoever brings another', async () => {
      const kept = `key of round in ${plenary.id}`;
      expect(await registry().keepRoundKey(plenary.id, 'round', 'another')).toBe(kept);
      expect(await registry().roundKey(plenary.id, 'round')).toBe(kept);
      expect(await registry().roundKey(plenary.id, 'unknown')).toBeNull();
      expect(await registry().keyedRounds(plenary.id)).toEqual(['another', 'round']);
    });

    it('keeps the last rating of each slot, across a restart', async () => {
      await registry().putSealedRating(rating('b1'));
      await registry().putSealedRating(rating('a1'));
      await registry().putSealedRating(rating('b1', 'y'));
      const again = (await opened().reopen()).registry;
      expect(await again.sealedRatingsIn(plenary.id, 'round')).toEqual([
        rating('a1'),
        rating('b1', 'y'),
      ]);
    });

    it('removes one round with its key, and no other', async () => {
      await registry().putSealedRating(rating('a1'));
      await registry().putSealedRating(rating('a1', 'y', 'another'));
      await registry().putSealedRating(rating('a1', 'z', 'round', team.id));
      await registry().deleteRound(plenary.id, 'round');
      await registry().deleteRound(plenary.id, 'round');
      expect(await registry().sealedRatingsIn(plenary.id, 'round')).toEqual([]);
      expect(await registry().roundKey(plenary.id, 'round')).toBeNull();
      expect(await registry().sealedRatingsIn(plenary.id, 'another')).toHaveLength(1);
      expect(await registry().sealedRatingsIn(team.id, 'round')).toHaveLength(1);
      expect(await registry().keyedRounds(plenary.id)).toEqual(['another']);
    });

    it('refuses a rating in a round without a key, and a key in a space that is not there', async () => {
      const late = registry().putSealedRating(rating('a1', 'x', 'over'));
      await expect(late).rejects.toThrow(StorageError);
      const nowhere = registry().keepRoundKey('unknown', 'round', 'key');
      await expect(nowhere).rejects.toThrow(StorageError);
    });
  });
};
