import { screeningScoreEntry, type EntryOf } from '@parley/model/ledger';
import type { Registry } from '@parley/storage';
import * as v from 'valibot';
import { assessorsOf } from './assessors.ts';
import type { BlindRounds } from './blind-rounds.ts';

const { participant, criterion, score, note } = screeningScoreEntry.fields.entries;
/** What a screener says of one person by one criterion. */
const SealedScore = v.object({ participant, criterion, score, note });
type SealedScore = v.InferOutput<typeof SealedScore>;

/** What the screeners of a screening have given who may still screen. */
export interface Screened {
  readonly people: readonly { readonly id: string; readonly displayName: string }[];
  readonly given: readonly { readonly personId: string; readonly said: readonly SealedScore[] }[];
  readonly finished: ReadonlySet<string>;
}

/** A screening waits sealed as a blind round does: its scores lie under the id of its opening. */
export async function screenedIn(
  registry: Pick<Registry, 'membersOf'>,
  rounds: BlindRounds,
  spaceId: string,
  { id: round, screeners }: EntryOf<'screening-opened'>,
): Promise<Screened> {
  const people = await assessorsOf(registry, spaceId, { assessors: screeners });
  const ids = people.map(({ id }) => id);
  const place = { spaceId, round };
  return {
    people,
    given: await rounds.kept(place, ids, SealedScore),
    finished: await rounds.finished(place, ids),
  };
}
