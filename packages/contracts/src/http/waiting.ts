import * as v from 'valibot';
import { capabilities, roles } from '../roles.ts';
import { Person } from './accounts.ts';

/** Somebody who waits to be let in, as a host sees them. */
export const Arrival = v.object({
  person: Person,
  language: v.string(),
  /** What they would be in the space. */
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
  /** Milliseconds since 1970 (UTC), as below. */
  askedAt: v.number(),
  /** The link that they came by. */
  link: v.object({ id: v.string(), madeAt: v.number() }),
});
export type Arrival = v.InferOutput<typeof Arrival>;
export const ArrivalsAnswer = v.object({ arrivals: v.array(Arrival) });

export const AnswerArrivalsRequest = v.strictObject({
  personIds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.minLength(1), v.maxLength(200)),
  answer: v.picklist(['admit', 'turn-away']),
});

/** Where somebody waits, as they may know it: what their link said, and since when. */
export const WaitingAnswer = v.object({
  waiting: v.array(
    v.object({ processTitle: v.string(), spaceTitle: v.string(), askedAt: v.number() }),
  ),
});
