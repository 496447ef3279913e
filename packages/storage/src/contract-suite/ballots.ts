import { beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
import type { ContractPart } from './opened-storage.ts';
import { begin, plenary, team } from './rows.ts';

export const ballots: ContractPart = (opened) => {
  describe('secret ballots', () => {
    const registry = () => opened().storage.registry;
    const ballot = (voter: string, choices = '[1,0]', voteId = 'vote', spaceId = plenary.id) => ({
      spaceId,
      voteId,
      voter,
      choices,
    });

    beforeEach(() => begin(registry()));

    it('keeps the last ballot of each voter, across a restart', async () => {
      await registry().putBallot(ballot('b'));
      await registry().putBallot(ballot('a'));
      await registry().putBallot(ballot('b', '[0,1]'));
      const again = (await opened().reopen()).registry;
      expect(await again.ballotsIn(plenary.id, 'vote')).toEqual([
        ballot('a'),
        ballot('b', '[0,1]'),
      ]);
    });

    it('keeps votes and spaces apart, and says which votes have ballots', async () => {
      await registry().putBallot(ballot('a'));
      await registry().putBallot(ballot('b'));
      await registry().putBallot(ballot('a', '[0,1]', 'another'));
      await registry().putBallot(ballot('a', '[2,0]', 'vote', team.id));
      expect(await registry().ballotsIn(plenary.id, 'another')).toHaveLength(1);
      expect(await registry().ballotsIn(plenary.id, 'unknown')).toEqual([]);
      expect(await registry().ballotVotes(plenary.id)).toEqual(['another', 'vote']);
      expect(await registry().ballotVotes(team.id)).toEqual(['vote']);
    });

    it('removes the ballots of one vote and no others', async () => {
      await registry().putBallot(ballot('a'));
      await registry().putBallot(ballot('a', '[0,1]', 'another'));
      await registry().putBallot(ballot('a', '[2,0]', 'vote', team.id));
      await registry().deleteBallots(plenary.id, 'vote');
      await registry().deleteBallots(plenary.id, 'vote');
      expect(await registry().ballotsIn(plenary.id, 'vote')).toEqual([]);
      expect(await registry().ballotVotes(plenary.id)).toEqual(['another']);
      expect(await registry().ballotVotes(team.id)).toEqual(['vote']);
    });

    it('refuses a ballot in a space that is not there', async () => {
      await expect(registry().putBallot(ballot('a', '[1,0]', 'vote', 'unknown'))).rejects.toThrow(
        StorageError,
      );
    });
  });
};
