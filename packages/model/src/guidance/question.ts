import type { Known } from './known.ts';

/** What a mediation rests on (UN Guidance for Effective Mediation, 2012), in the order of its chapters. */
export const fundamentals = [
  'preparedness',
  'consent',
  'impartiality',
  'inclusivity',
  'national-ownership',
  'law-and-norms',
  'coherence',
  'agreement-quality',
] as const;
export type Fundamental = (typeof fundamentals)[number];

/** Something that a question names. `group`, `level` and `preset` are words of the model, and no records. */
export interface Subject {
  readonly type:
    | 'actor'
    | 'agendaBlock'
    | 'groundRule'
    | 'inclusionTarget'
    | 'informationNeed'
    | 'funding'
    | 'parallelInitiative'
    | 'intervention'
    | 'decision'
    | 'item'
    | 'group'
    | 'level'
    | 'preset';
  readonly id: string;
}

/**
 * What a question has found in the records. Nothing in it may depend on which day it is alone: an answer
 * holds for as long as the question rests on the same.
 */
export interface Found {
  /** What it is about; a second one where it takes two. Together they tell it from others of its kind. */
  readonly about?: readonly Subject[];
  /** Those that it names besides. */
  readonly others?: readonly Subject[];
  /** `YYYY-MM-DD` */
  readonly date?: string;
  /** So many records it rests on; of so many that there are. */
  readonly count?: number;
  readonly of?: number;
}

/** One kind of question: a row is all that a new one takes here; its words stand with the client. */
export interface Question<Code extends string = string> {
  readonly code: Code;
  readonly find: (known: Known) => readonly Found[];
}

export const asked = <const Code extends string>(
  code: Code,
  find: Question['find'],
): Question<Code> => ({ code, find });

/** A question that lists records of one type, where there are any to list. */
export const listed = (
  type: Subject['type'],
  ids: readonly string[],
  figures: Pick<Found, 'count' | 'of'> = {},
): readonly Found[] =>
  ids.length === 0 ? [] : [{ others: subjects(type, ids), count: ids.length, ...figures }];

export const subjects = (type: Subject['type'], ids: readonly string[]): readonly Subject[] =>
  [...ids].sort().map((id) => ({ type, id }));

export const subject = (type: Subject['type'], id: string): Subject => ({ type, id });
