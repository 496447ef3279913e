import * as v from 'valibot';
import { Id, IsoDate, line } from '../../fields.ts';
import { defineEntry } from '../entry.ts';
import { ratedKinds } from './assessment.ts';

export const roundLimits = { mostSubjects: 100, mostAssessors: 200, titleLength: 160 } as const;

const eachOnce = (values: readonly string[]): boolean => new Set(values).size === values.length;

/**
 * A blind round has begun: people rate these actors by these kinds, each for themselves, and nobody
 * sees anybody else's ratings before it is revealed.
 */
export const roundOpenedEntry = defineEntry('round-opened', {
  title: line(roundLimits.titleLength),
  subjects: v.pipe(
    v.array(Id),
    v.minLength(1),
    v.maxLength(roundLimits.mostSubjects),
    v.check((values) => eachOnce(values), 'names one twice'),
  ),
  kinds: v.pipe(
    v.array(v.picklist(ratedKinds)),
    v.minLength(1),
    v.check((values) => eachOnce(values), 'names one twice'),
  ),
  /** The convener whose access to the actors and influence on them is rated; without these kinds there is none. */
  convener: v.optional(v.nullable(Id)),
  /** Ids of those who are asked; null: everybody who may assess in the space. */
  assessors: v.nullable(
    v.pipe(
      v.array(Id),
      v.minLength(1),
      v.maxLength(roundLimits.mostAssessors),
      v.check((values) => eachOnce(values), 'names one twice'),
    ),
  ),
  /** When the giving ends, in ms since 1970 (UTC) by the server's clock; null: at the reveal. */
  closesAt: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** The day for which all of its ratings hold. */
  asOf: IsoDate,
  /** Whether ratings are revealed with their assessors. */
  named: v.boolean(),
  /** The round that this one repeats, so that the two are laid side by side. */
  follows: v.nullable(Id),
});
