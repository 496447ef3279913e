import { paths, RoundsAnswer, type Command, type Notice, type OwnRating } from '@parley/contracts';
import { SvelteMap } from 'svelte/reactivity';
import { call } from '#lib/api/call.ts';

type Known = RoundsAnswer['rounds'][number];
type Progress = Extract<Notice, { kind: 'round-progress' }>;

/**
 * What one may know of blind rounds that are open: how many have finished, and one's own ratings. What
 * others rate is not here, nor anywhere else on this device.
 */
export class OpenRounds {
  readonly #spaceId: string;
  readonly #rounds = new SvelteMap<string, Known>();
  /** Ms that the server's clock is ahead of this device's. */
  #ahead = $state(0);

  constructor(spaceId: string) {
    this.#spaceId = spaceId;
  }

  /** Null until the server has told of it. */
  of(round: string): Known | null {
    return this.#rounds.get(round) ?? null;
  }

  own(round: string, subject: string, of: string): OwnRating | undefined {
    const ratings = this.#rounds.get(round)?.own?.ratings ?? [];
    return ratings.find((rating) => rating.subject === subject && rating.of === of);
  }

  /** Whether this person is asked and has not said that they are done. */
  waitsForOwn(round: string): boolean {
    return this.#rounds.get(round)?.own?.finished === false;
  }

  /** The server's clock, in ms since 1970 (UTC). */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Asks the server. Without an answer, what is known stays. */
  async read(): Promise<void> {
    const answer = await call(paths.rounds(this.#spaceId), RoundsAnswer);
    if (!answer.ok) return;
    this.#ahead = answer.value.now - Date.now();
    for (const known of answer.value.rounds) this.#rounds.set(known.round, known);
  }

  hear({ round, finished, assessors }: Progress): void {
    const known = this.#rounds.get(round);
    if (known) this.#rounds.set(round, { ...known, finished, assessors });
  }

  /** The server has taken this person's command. */
  took(command: Command): void {
    if (command.kind !== 'rate' && command.kind !== 'finish-rating') return;
    const known = this.#rounds.get(command.round);
    if (!known?.own) return;
    const own =
      command.kind === 'rate'
        ? { ...known.own, ratings: withRating(known.own.ratings, command) }
        : { ...known.own, finished: command.finished };
    this.#rounds.set(command.round, { ...known, own });
  }
}

function withRating(ratings: readonly OwnRating[], rating: OwnRating): OwnRating[] {
  const { subject, of, level, confidence, basis, rationale, alternative } = rating;
  const others = ratings.filter((one) => one.subject !== subject || one.of !== of);
  return [...others, { subject, of, level, confidence, basis, rationale, alternative }];
}
