import * as v from 'valibot';

/*
 * What the server answers to a command. Apart from the commands themselves, which a page needs only when
 * somebody gives one.
 */

export const commandRefusals = [
  /** No such space, or not this person's, or not theirs to do there. */
  'not-allowed',
  /** The fields named do not hold what they should. */
  'invalid',
  /** What it is about is not there any more. */
  'gone',
  /** The vote or the round has ended. */
  'closed',
  /** The vote was opened with names, and the space keeps none any more. */
  'keeps-no-names',
  /** Too many in a short time; the same command may be sent again later. */
  'too-many',
  /** The server cannot store at present; the same command may be sent again later. */
  'not-stored',
] as const;
export type CommandRefusal = (typeof commandRefusals)[number];

/** Accepted is said only when the entry is durable. */
export const CommandAnswer = v.variant('accepted', [
  v.object({ accepted: v.literal(true), entry: v.string() }),
  v.object({
    accepted: v.literal(false),
    reason: v.picklist(commandRefusals),
    /** With `invalid`: the fields, `options.2` being the third one of a list. */
    fields: v.optional(v.array(v.string())),
  }),
]);
export type CommandAnswer = v.InferOutput<typeof CommandAnswer>;

/** Whether sending the same command again later may help. */
export const isForLater = (reason: CommandRefusal): boolean =>
  reason === 'too-many' || reason === 'not-stored';
