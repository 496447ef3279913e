import * as v from 'valibot';

/** Machine-readable reasons; the client has a sentence for each, in the reader's language. */
export const refusals = [
  'no-session',
  'not-found',
  'invalid',
  'too-many-tries',
  'wrong-credentials',
  'wrong-password',
  'wrong-code',
  'code-used',
  'sign-in-again',
  'not-fresh',
  'passkey-not-accepted',
  'provider-unreachable',
  'link-not-valid',
  'removed',
  'already-set-up',
  'not-allowed',
  'nobody-left',
  'server-fault',
] as const;
export type Refusal = (typeof refusals)[number];
export const ApiError = v.object({
  error: v.picklist(refusals),
  /** Names of the fields that did not validate, for `invalid`. */
  fields: v.optional(v.array(v.string())),
});
export type ApiError = v.InferOutput<typeof ApiError>;
