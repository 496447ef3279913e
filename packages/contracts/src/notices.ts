import * as v from 'valibot';
import type { CommandAnswer } from './command-answer.ts';
import type { CommandRequest } from './commands.ts';
import { boardNames } from './presence.ts';
import type { Whereabouts } from './whereabouts.ts';

/*
 * What the server says over socket.io. Authenticated by the same session cookie as everything else;
 * a page that has a space open sends `watch` with its id and is put into that space's room. It sends it
 * again when it goes to another board.
 */

/** Why a page that is open may do less from now on, or nothing. */
export const accessReasons = [
  'removed',
  'role-changed',
  'space-ended',
  'process-ended',
  'session-ended',
] as const;
export type AccessReason = (typeof accessReasons)[number];

/** Sent to a person or to everybody in a space; the page says it in words, once. */
export const Notice = v.variant('kind', [
  /** To everybody in the process, who may not know whoever did it: so it names nobody. */
  v.object({
    kind: v.literal('process-renamed'),
    processId: v.string(),
    title: v.string(),
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
  /** To everybody in the space: how many have finished a blind round, of how many who are asked. */
  v.object({
    kind: v.literal('round-progress'),
    spaceId: v.string(),
    round: v.string(),
    finished: v.number(),
    assessors: v.number(),
  }),
  /** To a member whom a comment calls upon; `by` is empty under non-attribution. */
  v.object({
    kind: v.literal('mentioned'),
    processId: v.string(),
    spaceId: v.string(),
    title: v.string(),
    by: v.string(),
  }),
  /** Name, rule or members of the space are others than before: the page asks for them again. */
  v.object({ kind: v.literal('place-changed'), spaceId: v.string() }),
  v.object({
    kind: v.literal('access-changed'),
    reason: v.picklist(accessReasons),
    /** The space that it is about; for `process-ended` the process, for `session-ended` none. */
    spaceId: v.optional(v.string()),
    processId: v.optional(v.string()),
  }),
  /** To those who may let people in: how many wait now. Never who. */
  v.object({ kind: v.literal('arrivals'), spaceId: v.string(), waiting: v.number() }),
  /** To whoever waited and is not let in. */
  v.object({ kind: v.literal('turned-away') }),
]);
export type Notice = v.InferOutput<typeof Notice>;
export type AccessChanged = Extract<Notice, { kind: 'access-changed' }>;

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
