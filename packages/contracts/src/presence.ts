import * as v from 'valibot';

/*
 * A page's awareness state. `user` is stamped by the server from the session (R9) and cannot be
 * chosen; the rest is the page's own and is validated by every reader before it is drawn.
 */
/** The boards of a space, as pages and presence name them. */
export const boardNames = ['actors', 'participants', 'agenda', 'process'] as const;

export const PresenceUser = v.object({
  id: v.string(),
  name: v.pipe(v.string(), v.maxLength(80)),
  /** Index into the palette of presence colours, 0–7. */
  color: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(7)),
  role: v.string(),
});

const Id = v.pipe(v.string(), v.maxLength(64));

export const Presence = v.object({
  user: PresenceUser,
  board: v.optional(v.picklist(boardNames)),
  /** Pointer on the map in map coordinates; null when it is elsewhere. */
  cursor: v.optional(
    v.nullable(v.object({ x: v.pipe(v.number(), v.finite()), y: v.pipe(v.number(), v.finite()) })),
  ),
  /** The view of the board that is shown, as the page's address names it. */
  view: v.optional(v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/))),
  /** The middle of the map that is seen, in map coordinates, and its zoom; null where no map is. */
  seen: v.optional(
    v.nullable(
      v.object({
        x: v.pipe(v.number(), v.finite()),
        y: v.pipe(v.number(), v.finite()),
        k: v.pipe(v.number(), v.minValue(0.01), v.maxValue(100)),
      }),
    ),
  ),
  /** Ids of selected records. */
  selection: v.optional(v.pipe(v.array(Id), v.maxLength(50))),
  /** The field that the person is typing in. */
  editing: v.optional(v.nullable(v.object({ record: Id, field: Id }))),
});
export type Presence = v.InferOutput<typeof Presence>;
