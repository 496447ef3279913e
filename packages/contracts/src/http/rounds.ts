import * as v from 'valibot';

/** One's own rating in a blind round that is open, in the words of the model. */
const OwnRating = v.object({
  subject: v.string(),
  of: v.string(),
  level: v.nullable(v.number()),
  confidence: v.string(),
  basis: v.string(),
  rationale: v.string(),
  alternative: v.string(),
});
export type OwnRating = v.InferOutput<typeof OwnRating>;

/** The blind rounds of a space that are open, as one member may know them. */
export const RoundsAnswer = v.object({
  /** The server's clock, by which rounds close: ms since 1970 (UTC). */
  now: v.number(),
  rounds: v.array(
    v.object({
      round: v.string(),
      /** How many have said that they are done. */
      finished: v.number(),
      /** How many are asked. */
      assessors: v.number(),
      /** What one has given oneself; null for those who are not asked. */
      own: v.nullable(v.object({ finished: v.boolean(), ratings: v.array(OwnRating) })),
    }),
  ),
});
export type RoundsAnswer = v.InferOutput<typeof RoundsAnswer>;
