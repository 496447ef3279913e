import {
  actorKinds,
  actorRoles,
  affiliations,
  Board,
  expressions,
  levels,
  tieKinds,
  tracks,
} from '@parley/model';
import fc from 'fast-check';
import * as Y from 'yjs';

/*
 * Any map that a file may have to hold: texts that are formulas, bars or markup elsewhere, names that
 * stand twice, ties that are alike, and circles of who is part of whom.
 */

const oneLine = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('=1+1', '+41', '@x', "'=1", 'a|b', '"', 'ع، ب', '<b>', '-', '1', 'unknown'),
  )
  .map((text) =>
    text.replace(/[\p{Cc}\uFFFD-\uFFFF]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])/gu, '').trim(),
  );
const longText = fc.array(oneLine, { maxLength: 3 }).map((lines) => lines.join('\n').trim());
const orNull = <Value>(values: readonly Value[]) => fc.constantFrom(null, ...values);
const ownFields = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom('Net worth', 'Tags', 'Role', 'own:Role', 'label', 'ID', 'toString', '=x'),
      oneLine.filter(
        (name) => name !== '' && !['__proto__', 'prototype', 'constructor'].includes(name),
      ),
    ),
    longText.filter((text) => text !== ''),
    { maxKeys: 4, noNullPrototype: true },
  )
  .map((fields) =>
    Object.fromEntries(
      Object.entries(fields)
        // These are written where they are read, and mean something there.
        .filter(([field]) => !['Type', 'Direction', 'Label', 'Strength'].includes(field))
        .map(([field, text]) =>
          field === 'ID' ? [field, `id ${text.replace(/[\n|]/g, ' ')}`.trim()] : [field, text],
        ),
    ),
  );

const anActor = fc.record({
  name: oneLine.map((name) => `A ${name}`.trim()),
  kind: fc.constantFrom(...actorKinds),
  role: fc.constantFrom(...actorRoles),
  level: orNull(levels),
  track: orNull(tracks),
  sector: oneLine.map((sector) => (sector === '' ? 'civil-society' : `Own ${sector}`)),
  interests: longText,
  positions: longText,
  needs: longText,
  alternative: longText,
  followers: longText,
  expression: orNull(expressions),
  affiliation: orNull(affiliations),
  pseudonym: oneLine,
  notes: longText,
  at: fc.option(
    fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -9, max: 9 }) }),
    { nil: null },
  ),
  fields: ownFields,
});

const aTie = fc.record({
  ends: fc.tuple(fc.nat(), fc.nat()),
  values: fc.record({
    kind: fc.constantFrom(...tieKinds),
    strength: orNull([1, 2, 3] as const),
    since: orNull(['2024-01-31', '1999-12-31']),
    until: orNull(['2026-11-22']),
    note: longText,
    source: oneLine,
    fields: ownFields,
  }),
});

/** A board with actors and ties; two of the actors may be called the same, two of the ties be alike. */
export const anyBoard = fc
  .tuple(
    fc.array(anActor, { minLength: 2, maxLength: 5 }),
    fc.array(aTie, { maxLength: 5 }),
    fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
  )
  .map(([actors, ties, nested]) => {
    const board = new Board(new Y.Doc());
    const made = board.createAll('actor', actors);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const ids = made.value;
    const ends = ties.map(({ ends: [a, b], values }) => {
      const from = ids[a % ids.length] ?? '';
      const to = ids[(a + 1 + (b % (ids.length - 1))) % ids.length] ?? '';
      return { ...values, from, to };
    });
    // Circles too, as two people who nest at once make them.
    for (const [part, holder] of nested) {
      const within = ids[holder % ids.length] ?? null;
      board.change('actor', ids[part % ids.length] ?? '', { within });
    }
    const tied = board.createAll('tie', ends);
    if (!tied.ok) throw new Error(JSON.stringify(tied.problems));
    return board;
  });
