import type { Table } from '../read-table.ts';
import { foldTerm } from '../fold.ts';
import { actorHeadings, tieHeadings } from './map-headings.ts';
import { isMeasured } from './measured.ts';
import { headingsOf } from './sheet-rows.ts';

/** What a column of a sheet of actors can become; `type` is free text that may name a kind. */
export const actorTargets = [
  'id',
  'name',
  'type',
  'notes',
  'kind',
  'pseudonym',
  'role',
  'level',
  'track',
  'sector',
  'interests',
  'positions',
  'needs',
  'alternative',
  'followers',
  'expression',
  'affiliation',
  'within',
  'x',
  'y',
] as const;

/** What a column of a sheet of ties can become; `from` and `to` name actors by id or by name. */
export const tieTargets = [
  'id',
  'from',
  'to',
  'type',
  'direction',
  'label',
  'note',
  'kind',
  'strength',
  'since',
  'until',
  'source',
] as const;

/** `own` keeps a column as it is, under its heading. */
export type ActorTarget = (typeof actorTargets)[number] | 'own' | 'ignore';
export type TieTarget = (typeof tieTargets)[number] | 'own' | 'ignore';

/**
 * How a sheet is read: what its rows are, which row names the columns (its place among those of the
 * table, from 0; null: none), what each column becomes.
 */
export type SheetMapping =
  | {
      readonly holds: 'actors';
      readonly headerRow: number | null;
      readonly columns: readonly ActorTarget[];
    }
  | {
      readonly holds: 'ties';
      readonly headerRow: number | null;
      readonly columns: readonly TieTarget[];
    }
  | { readonly holds: 'nothing' };

/** Rows at the top of a table that may name the columns; titles and groups of columns stand above. */
const headerRows = 5;

/** A sheet with `(ignore)` in its name is none of ours: so Kumu says, and so do we. */
const isIgnored = (name: string): boolean => /\(ignore\)/i.test(name);

/**
 * Guesses how a sheet is read. Kumu's rule: From and To make connections, a Label makes elements. A table
 * without any heading that is known holds the names of actors, if it is the only one.
 */
export function guessSheet(name: string, table: Table, alone: boolean): SheetMapping {
  if (isIgnored(name)) return { holds: 'nothing' };
  for (let headerRow = 0; headerRow < Math.min(headerRows, table.rows.length); headerRow += 1) {
    const header = headingsOf(table, headerRow);
    const ties = guess(asEdges(header), knownTies);
    if (ties.includes('from') && ties.includes('to')) {
      return { holds: 'ties', headerRow, columns: ties };
    }
    const actors = guess(header, knownActors);
    // Further down, one word that is also a heading may just be a name.
    const known = actors.filter((target) => target !== 'own' && target !== 'ignore').length;
    if ((actors.includes('name') || actors.includes('id')) && (headerRow === 0 || known > 1)) {
      return { holds: 'actors', headerRow, columns: actors };
    }
  }
  if (!alone) return { holds: 'nothing' };
  const columns = Array.from({ length: table.columns }, (_, at) =>
    at === 0 ? ('name' as const) : ('ignore' as const),
  );
  return { holds: 'actors', headerRow: null, columns };
}

/** The same table, read as something else: its columns are guessed anew. */
export function readAs(
  holds: SheetMapping['holds'],
  table: Table,
  headerRow: number | null,
): SheetMapping {
  const header = headingsOf(table, headerRow);
  switch (holds) {
    case 'actors':
      return { holds, headerRow, columns: guess(header, knownActors) };
    case 'ties':
      return { holds, headerRow, columns: guess(asEdges(header), knownTies) };
    case 'nothing':
      return { holds };
  }
}

const ownPrefix = 'own:';

/** The heading that keeps a field of a file's own apart from what Parley reads into fields. */
export function ownHeading(field: string, kind: 'actors' | 'ties'): string {
  const known = kind === 'actors' ? knownActors : knownTies;
  return field.startsWith(ownPrefix) || isMeasured(field) || targetOf(field, known) !== 'own'
    ? ownPrefix + field
    : field;
}

/** The name under which a column of a file's own is kept; empty where it has none. */
export function ownField(heading: string): string {
  const name = heading.startsWith(ownPrefix) ? heading.slice(ownPrefix.length) : heading;
  return name
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 80)
    .trim();
}

/** Where a Target stands beside it, a Source is an end of the tie, and not where one knows of it from. */
const asEdges = (header: readonly string[]): readonly string[] =>
  header.some((heading) => foldTerm(heading) === 'target')
    ? header.map((heading) => (foldTerm(heading) === 'source' ? 'From' : heading))
    : header;

type Known<Target> = ReadonlyMap<string, Target>;

const knownActors = knownOf(actorTargets, actorHeadings);
const knownTies = knownOf(tieTargets, tieHeadings);

function knownOf<Target extends string>(
  targets: readonly Target[],
  words: Readonly<Partial<Record<Target, readonly string[]>>>,
): Known<Target> {
  const known = new Map<string, Target>(targets.map((target) => [target, target]));
  for (const target of targets) {
    for (const word of words[target] ?? []) if (!known.has(word)) known.set(word, target);
  }
  return known;
}

function guess<Target>(
  header: readonly string[],
  known: Known<Target>,
): (Target | 'own' | 'ignore')[] {
  const taken = new Set<Target>();
  return header.map((heading) => {
    if (isMeasured(heading)) return 'ignore';
    const target = targetOf(heading, known);
    if (target === 'own') return ownField(heading) === '' ? 'ignore' : 'own';
    if (taken.has(target)) return 'own';
    taken.add(target);
    return target;
  });
}

const targetOf = <Target>(heading: string, known: Known<Target>): Target | 'own' =>
  heading.startsWith(ownPrefix) ? 'own' : (known.get(foldTerm(heading)) ?? 'own');
