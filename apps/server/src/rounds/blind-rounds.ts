import { hkdfSync, randomBytes } from 'node:crypto';
import { assessmentEntry } from '@parley/model/ledger';
import type { Registry, SealedRatingRow } from '@parley/storage';
import * as v from 'valibot';
import type { EntryIds } from '../commands/entry-ids.ts';
import { filledUp, seal, unseal } from './seal.ts';

/** A round of a space. */
export interface RoundPlace {
  readonly spaceId: string;
  readonly round: string;
}

const { subject, reading, confidence, basis, rationale, alternative } =
  assessmentEntry.fields.entries;
/** What somebody says of one actor by one kind, in a round. */
export const Rating = v.object({ subject, reading, confidence, basis, rationale, alternative });
export type Rating = v.InferOutput<typeof Rating>;

const Done = v.object({ finished: v.boolean() });

/** What one person has given in a round. */
export interface Given {
  readonly personId: string;
  readonly ratings: readonly Rating[];
}

/** What is kept in the slot of the word that one is done. */
const doneSlot = ['', 'done'] as const;

/**
 * What people give in blind rounds that are not over. Each rating is sealed with a key of its round; the
 * keys are wrapped under one that follows from the server's secret. Nothing that is stored names a person
 * or an actor: whose ratings these are is found by asking for one person after the other.
 */
export class BlindRounds {
  readonly #registry: Registry;
  readonly #ids: EntryIds;
  readonly #wrapping: Buffer;

  /** @param secret the server's; under another one the rounds that are open cannot be read any more */
  constructor(registry: Registry, ids: EntryIds, secret: string) {
    this.#registry = registry;
    this.#ids = ids;
    this.#wrapping = Buffer.from(hkdfSync('sha256', secret, '', 'parley blind rounds', 32));
  }

  /** Keeps what a person says of one thing in two words, or replaces what they said before. Resolves once it is durable. */
  async keep(place: RoundPlace, personId: string, what: readonly [string, string], said: object) {
    await this.#put(place, personId, what, said);
  }

  /** Keeps a rating, or replaces the one that this person has given before. Resolves once it is durable. */
  async rate(place: RoundPlace, personId: string, rating: Rating): Promise<void> {
    await this.#put(place, personId, [rating.subject, rating.reading.of], rating);
  }

  /** Keeps whether a person is done. Resolves once it is durable. */
  async finish(place: RoundPlace, personId: string, finished: boolean): Promise<void> {
    await this.#put(place, personId, doneSlot, { finished });
  }

  /** What these people have given, those too who have given nothing. */
  async given(place: RoundPlace, personIds: readonly string[]): Promise<readonly Given[]> {
    const all = await this.kept(place, personIds, Rating);
    return all.map(({ personId, said }) => ({ personId, ratings: said }));
  }

  /** What these people have kept here, whatever it is; the word that one is done is not in it. */
  async kept<S extends v.GenericSchema>(
    place: RoundPlace,
    personIds: readonly string[],
    schema: S,
  ): Promise<readonly { personId: string; said: v.InferOutput<S>[] }[]> {
    const { spaceId, round } = place;
    const rows = await this.#registry.sealedRatingsIn(spaceId, round);
    const key = rows.length === 0 ? null : await this.#keyOf(place);
    const byAssessor = Map.groupBy(key === null ? [] : rows, ({ assessor }) => assessor);
    return personIds.map((personId) => {
      const assessor = this.#ids.ofAssessor(spaceId, round, personId);
      const done = this.#ids.ofSlot(spaceId, round, personId, ...doneSlot);
      const said = (byAssessor.get(assessor) ?? [])
        .filter(({ slot }) => slot !== done)
        .flatMap((row) => (key === null ? [] : [v.parse(schema, opened(place, key, row))]));
      return { personId, said };
    });
  }

  /** Those of these people who have said that they are done. */
  async finished(place: RoundPlace, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { spaceId, round } = place;
    const rows = await this.#registry.sealedRatingsIn(spaceId, round);
    const key = rows.length === 0 ? null : await this.#keyOf(place);
    const bySlot = new Map(rows.map((row) => [row.slot, row]));
    const isDone = (personId: string): boolean => {
      const row = bySlot.get(this.#ids.ofSlot(spaceId, round, personId, ...doneSlot));
      return key !== null && row !== undefined && v.parse(Done, opened(place, key, row)).finished;
    };
    return new Set(personIds.filter(isDone));
  }

  /** The rounds of a space in which somebody has given something that is still kept. */
  openIn(spaceId: string): Promise<readonly string[]> {
    return this.#registry.keyedRounds(spaceId);
  }

  /** Destroys the key of a round and all that was given in it. */
  async destroy({ spaceId, round }: RoundPlace): Promise<void> {
    await this.#registry.deleteRound(spaceId, round);
  }

  async #put(place: RoundPlace, personId: string, what: readonly [string, string], said: object) {
    const { spaceId, round } = place;
    const key = await this.#makeKey(place);
    const slot = this.#ids.ofSlot(spaceId, round, personId, ...what);
    const assessor = this.#ids.ofAssessor(spaceId, round, personId);
    const sealed = seal(key, filledUp(JSON.stringify(said)), about(place, slot));
    await this.#registry.putSealedRating({ spaceId, roundId: round, assessor, slot, sealed });
  }

  async #makeKey(place: RoundPlace): Promise<Buffer> {
    const known = await this.#keyOf(place);
    if (known) return known;
    const fresh = seal(this.#wrapping, randomBytes(32).toString('base64'), about(place, 'key'));
    const { spaceId, round } = place;
    return this.#unwrap(place, await this.#registry.keepRoundKey(spaceId, round, fresh));
  }

  async #keyOf(place: RoundPlace): Promise<Buffer | null> {
    const wrapped = await this.#registry.roundKey(place.spaceId, place.round);
    return wrapped === null ? null : this.#unwrap(place, wrapped);
  }

  #unwrap(place: RoundPlace, wrapped: string): Buffer {
    return Buffer.from(unseal(this.#wrapping, wrapped, about(place, 'key')), 'base64');
  }
}

const opened = (place: RoundPlace, key: Buffer, { slot, sealed }: SealedRatingRow): unknown =>
  JSON.parse(unseal(key, sealed, about(place, slot)));

const about = ({ spaceId, round }: RoundPlace, what: string): string =>
  JSON.stringify([spaceId, round, what]);
