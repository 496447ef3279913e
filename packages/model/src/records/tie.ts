import * as v from 'valibot';
import { Id, IsoDate, line, LongText, OwnFields } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

export const tieKinds = [
  'alliance',
  'close',
  'informal',
  'influence',
  'conflict',
  'broken',
  'funding',
  'family-or-clan',
  'command',
] as const;
export type TieKind = (typeof tieKinds)[number];

/** Kinds that run from one actor to the other; the rest hold both ways. */
export const directedTieKinds: ReadonlySet<TieKind> = new Set(['influence', 'funding', 'command']);

/** A tie between two actors. */
export const tieType = defineRecord('tie', {
  from: Id,
  to: Id,
  kind: v.picklist(tieKinds),
  /** 1 weak to 3 strong; null: not known (P2). */
  strength: v.nullable(v.picklist([1, 2, 3])),
  since: v.nullable(IsoDate),
  until: v.nullable(IsoDate),
  note: LongText,
  source: line(),
  /** What a file that it came from said besides, its id among it. */
  fields: OwnFields,
})({
  defaults: () => ({
    kind: 'close',
    strength: null,
    since: null,
    until: null,
    note: '',
    source: '',
    fields: {},
  }),
  kinds: { texts: ['note'] },
  migrations: [{ to: 2, up: (tie) => ({ ...tie, fields: {} }) }],
  links: {
    from: { to: 'actor', onRemove: 'remove' },
    to: { to: 'actor', onRemove: 'remove' },
  },
});

/**
 * Whether a tie holds on a day; its first and its last day belong to it. A day that is not known bounds
 * nothing (P2).
 * @param on `YYYY-MM-DD`
 */
export const holdsOn = (
  { since, until }: { readonly since: string | null; readonly until: string | null },
  on: string,
): boolean => (since === null || since <= on) && (until === null || on <= until);
