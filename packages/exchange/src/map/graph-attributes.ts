import { directedTieKinds, nestingOf, type Actor, type Tie } from '@parley/model';
import { fieldOf, ownFields } from './map-sheets.ts';
import { measuredCell, measuredHeading, type MeasuredColumn } from './measured.ts';

/** An attribute of nodes or edges; numbers are given as such, so that Gephi can reckon with them. */
export interface GraphAttribute<Record> {
  readonly id: string;
  readonly title: string;
  readonly type: 'string' | 'integer' | 'double';
  /** Empty: not known, and left out (P2). */
  readonly of: (record: Record) => string;
}

const text = <Record>(
  id: string,
  of: (record: Record) => string | null,
): GraphAttribute<Record> => ({
  ...{ id, title: id, type: 'string' },
  of: (record) => of(record) ?? '',
});

/**
 * Who is part of whom stands in attributes, by id and by name: Gephi takes no nested nodes, and reports
 * GEXF's `pid` as a severe error.
 */
export function actorAttributes(
  actors: readonly Actor[],
  measured: readonly MeasuredColumn[],
): readonly GraphAttribute<Actor>[] {
  const { holderOf } = nestingOf(actors);
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  return [
    text('kind', ({ kind }) => kind),
    text('role', ({ role }) => role),
    text('leadership', ({ level }) => level),
    text('track', ({ track }) => track),
    text('sector', ({ sector }) => sector),
    text('pseudonym', ({ pseudonym }) => pseudonym),
    text('expression', ({ expression }) => expression),
    text('affiliation', ({ affiliation }) => affiliation),
    text('within', ({ id }) => names.get(holderOf.get(id) ?? '') ?? ''),
    text('within-id', ({ id }) => holderOf.get(id) ?? ''),
    text('interests', ({ interests }) => interests),
    text('positions', ({ positions }) => positions),
    text('needs', ({ needs }) => needs),
    text('alternative', ({ alternative }) => alternative),
    text('followers', ({ followers }) => followers),
    text('notes', ({ notes }) => notes),
    ...own(actors),
    ...measured.map((column, at): GraphAttribute<Actor> => ({
      ...{ id: `measured-${at}`, title: measuredHeading(column), type: 'double' },
      of: ({ id }) => measuredCell(column, id),
    })),
  ];
}

export function tieAttributes(ties: readonly Tie[]): readonly GraphAttribute<Tie>[] {
  return [
    text('tie', ({ kind }) => kind),
    {
      ...{ id: 'strength', title: 'strength', type: 'integer' },
      of: ({ strength }) => (strength === null ? '' : String(strength)),
    },
    text('since', ({ since }) => since),
    text('until', ({ until }) => until),
    text('note', ({ note }) => note),
    text('evidence', ({ source }) => source),
    ...own(ties),
  ];
}

/** Columns of the files' own, under ids that no other attribute has. */
const own = <Record extends Actor | Tie>(records: readonly Record[]) =>
  ownFields(records, ['ID']).map((field, at): GraphAttribute<Record> => ({
    ...{ id: `own-${at}`, title: field, type: 'string' },
    of: (record) => fieldOf(record, field),
  }));

/** A kind that runs from one to the other is directed, the rest hold both ways. */
export const isDirected = ({ kind }: Pick<Tie, 'kind'>): boolean => directedTieKinds.has(kind);

/** Ties between actors who are in the file: nobody else is to be found in it. */
export function tiesAmong(actors: readonly Actor[], ties: readonly Tie[]): readonly Tie[] {
  const ids = new Set(actors.map(({ id }) => id));
  return ties.filter(({ from, to }) => ids.has(from) && ids.has(to));
}
