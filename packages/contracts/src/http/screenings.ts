import * as v from 'valibot';

/** One's own score in a screening that is open. */
const OwnScore = v.object({
  participant: v.string(),
  criterion: v.string(),
  /** 0–4; null: not known. */
  score: v.nullable(v.number()),
  note: v.string(),
});
export type OwnScore = v.InferOutput<typeof OwnScore>;

/** The screenings of a space that are open, as one member may know them. */
export const ScreeningsAnswer = v.object({
  screenings: v.array(
    v.object({
      screening: v.string(),
      /** How many screeners have said that they are done. */
      finished: v.number(),
      /** How many of the screeners may still score. */
      screeners: v.number(),
      /** What one has given oneself; null for those who are not asked. */
      own: v.nullable(v.object({ finished: v.boolean(), scores: v.array(OwnScore) })),
    }),
  ),
});
export type ScreeningsAnswer = v.InferOutput<typeof ScreeningsAnswer>;
