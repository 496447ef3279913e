import * as v from 'valibot';
import type { CommandAnswer, CommandRequest } from './commands.ts';
import { boardNames } from './presence.ts';
import type { Whereabouts } from './whereabouts.ts';

/*
 * What the server says over socket.io. Authenticated by the same session cookie as everything else;
 * a page that has a space open sends `watch` with its id and is put into that space's room. It sends it
 * again when it goes to another board.
 */

/** Sent to a person or to everybody in a space; the page says it in words, once. */
export const Notice = v.variant('kind', [
  v.object({
    kind: v.literal('process-renamed'),
    processId: v.string(),
    title: v.string(),
    by: v.string(),
  }),
  v.object({ kind: v.literal('member-joined'), spaceId: v.string(), name: v.string() }),
  v.object({
    kind: v.literal('added-to-space'),
    processId: v.string(),
    spaceId: v.string(),
    title: v.string(),
  }),
  /** To everybody in the space: how many have voted in a secret vote by now. */
  v.object({
    kind: v.literal('vote-turnout'),
    spaceId: v.string(),
    vote: v.string(),
    voters: v.number(),
  }),
  /** To a member whom a comment calls upon; `by` is empty under non-attribution. */
  v.object({
    kind: v.literal('mentioned'),
    processId: v.string(),
    spaceId: v.string(),
    title: v.string(),
    by: v.string(),
  }),
]);
export type Notice = v.InferOutput<typeof Notice>;

export const WatchRequest = v.strictObject({
  spaceId: v.pipe(v.string(), v.maxLength(64)),
  /** The board that the page shows. */
  board: v.optional(v.picklist(boardNames)),
});

/** Answer to `watch`; false where the space is not there or not allowed. */
export const WatchAnswer = v.object({ watching: v.boolean() });

export interface ServerToClient {
  notice: (notice: Notice) => void;
  whereabouts: (whereabouts: Whereabouts) => void;
}
export interface ClientToServer {
  watch: (
    request: v.InferOutput<typeof WatchRequest>,
    answer: (result: v.InferOutput<typeof WatchAnswer>) => void,
  ) => void;
  /** Asks for an entry in the ledger (commands.ts). */
  command: (request: CommandRequest, answer: (result: CommandAnswer) => void) => void;
}
