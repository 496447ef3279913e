import * as v from 'valibot';

/** Under non-attribution: which of the voices in a ledger are one's own, for oneself alone. */
export const VoicesAnswer = v.object({ voices: v.array(v.string()) });
export type VoicesAnswer = v.InferOutput<typeof VoicesAnswer>;
