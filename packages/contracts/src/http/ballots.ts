import * as v from 'valibot';

/** The secret votes of a space that are open, as one member may know them. */
export const BallotsAnswer = v.object({
  votes: v.array(
    v.object({
      vote: v.string(),
      /** How many have voted. */
      voters: v.number(),
      /** One's own dots; null while there are none. */
      own: v.nullable(v.array(v.number())),
    }),
  ),
});
export type BallotsAnswer = v.InferOutput<typeof BallotsAnswer>;
