import type { DatabaseSync } from 'node:sqlite';
import type { BallotRow } from '../contract.ts';
import type { RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

type BallotOperations = Pick<
  RegistryOperations,
  'putBallot' | 'ballotsIn' | 'ballotVotes' | 'deleteBallots'
>;

/** Secret ballots of votes that are open. */
export function ballots(database: DatabaseSync): BallotOperations {
  const put = change(
    database,
    `INSERT INTO ballots (space_id, vote_id, voter, choices)
     VALUES (:spaceId, :voteId, :voter, :choices)
     ON CONFLICT (space_id, vote_id, voter) DO UPDATE SET choices = excluded.choices`,
  );
  const ofVote = query<BallotRow>(
    database,
    `SELECT space_id AS spaceId, vote_id AS voteId, voter, choices
     FROM ballots WHERE space_id = :spaceId AND vote_id = :voteId ORDER BY voter`,
  );
  const votes = query<{ voteId: string }>(
    database,
    `SELECT DISTINCT vote_id AS voteId FROM ballots WHERE space_id = :spaceId ORDER BY vote_id`,
  );
  const remove = change(
    database,
    'DELETE FROM ballots WHERE space_id = :spaceId AND vote_id = :voteId',
  );

  return {
    putBallot(ballot) {
      put.run({ ...ballot });
    },
    ballotsIn: (spaceId, voteId) => ofVote.all({ spaceId, voteId }),
    ballotVotes: (spaceId) => votes.all({ spaceId }).map(({ voteId }) => voteId),
    deleteBallots(spaceId, voteId) {
      remove.run({ spaceId, voteId });
    },
  };
}
