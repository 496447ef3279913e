import { nestingOf, type Actor, type Tie } from '@parley/model';
import { notKnown } from '../write-csv.ts';
import { ownHeading } from './map-columns.ts';
import { measuredCell, measuredHeading, type MeasuredColumn } from './measured.ts';
import { mapWords } from './map-words.ts';
import { directionOf } from './read-tie.ts';

/** Rows of texts, the first with the headings. */
type Rows = readonly (readonly string[])[];

/**
 * Actors and ties as two sheets in Kumu's form, which carry every field of ours besides: Kumu shows
 * those that it does not know as fields of the map's own, and reading them brings everything back.
 * @param actors those that ties may name; a tie with any other is left out, for nobody must be found in
 *   a file who was not put into it
 * @param measured columns of the elements besides, which are not read back
 */
export function mapSheets(
  actors: readonly Actor[],
  ties: readonly Tie[],
  measured: readonly MeasuredColumn[] = [],
): { readonly elements: Rows; readonly connections: Rows } {
  const actorIds = fileIds(actors);
  const shown = ties.filter(({ from, to }) => actorIds.has(from) && actorIds.has(to));
  const tieIds = fileIds(shown);
  const { holderOf } = nestingOf(actors);
  const holderIn = ({ id }: Actor) => actorIds.get(holderOf.get(id) ?? '') ?? '';
  // Ties have no order of their own: by their ids, the same map makes the same file.
  const sortedTies = shown.toSorted((a, b) =>
    (tieIds.get(a.id) ?? a.id) < (tieIds.get(b.id) ?? b.id) ? -1 : 1,
  );
  const actorFields = ownFields(actors, ['ID', 'Type', 'Tags']);
  const tieFields = ownFields(shown, ['ID', 'Type', 'Tags', 'Direction', 'Label', 'Strength']);
  return {
    elements: [
      [
        ...actorHead,
        ...actorFields.map((field) => ownHeading(field, 'actors')),
        ...measured.map(measuredHeading),
      ],
      ...actors.map((actor) => [
        ...actorCells(actor, actorIds.get(actor.id) ?? actor.id, holderIn(actor)),
        ...actorFields.map((field) => fieldOf(actor, field)),
        ...measured.map((column) => measuredCell(column, actor.id)),
      ]),
    ],
    connections: [
      [...tieHead, ...tieFields.map((field) => ownHeading(field, 'ties'))],
      ...sortedTies.map((tie) => [
        ...tieCells(tie, tieIds.get(tie.id) ?? tie.id, actorIds),
        ...tieFields.map((field) => fieldOf(tie, field)),
      ]),
    ],
  };
}

const actorHead = [
  'ID',
  'Label',
  'Type',
  'Description',
  'Tags',
  'Kind',
  'Pseudonym',
  'Role',
  'Level',
  'Track',
  'Sector',
  'Interests',
  'Positions',
  'Needs',
  'Alternative',
  'Followers',
  'Expression',
  'Affiliation',
  'Within',
  'X',
  'Y',
] as const;

function actorCells(actor: Actor, id: string, holder: string): readonly string[] {
  return [
    id,
    actor.name,
    wordFor(actor.fields.Type, actor.kind, mapWords.kind),
    actor.notes,
    actor.fields.Tags ?? '',
    actor.kind,
    actor.pseudonym,
    actor.role,
    actor.level ?? notKnown,
    actor.track ?? notKnown,
    actor.sector,
    actor.interests,
    actor.positions,
    actor.needs,
    actor.alternative,
    actor.followers,
    actor.expression ?? notKnown,
    actor.affiliation ?? '',
    holder,
    actor.at === null ? '' : String(actor.at.x),
    actor.at === null ? '' : String(actor.at.y),
  ];
}

const tieHead = [
  'ID',
  'From',
  'To',
  'Type',
  'Direction',
  'Label',
  'Description',
  'Tags',
  'Strength',
  'Kind',
  'Since',
  'Until',
  'Evidence',
] as const;

function tieCells(tie: Tie, id: string, actorIds: ReadonlyMap<string, string>): readonly string[] {
  return [
    id,
    actorIds.get(tie.from) ?? '',
    actorIds.get(tie.to) ?? '',
    wordFor(tie.fields.Type, tie.kind, mapWords.tieKind),
    tie.fields.Direction ?? directionOf(tie.kind),
    tie.fields.Label ?? '',
    tie.note,
    tie.fields.Tags ?? '',
    tie.strength === null ? (tie.fields.Strength ?? notKnown) : String(tie.strength),
    tie.kind,
    tie.since ?? '',
    tie.until ?? '',
    tie.source,
  ];
}

/** The word that a file had for a kind, as long as it does not say another one. */
function wordFor<Kind extends string>(
  word: string | undefined,
  kind: Kind,
  read: (text: string) => Kind | null,
): string {
  const meant = word === undefined ? null : read(word);
  return word !== undefined && (meant === null || meant === kind) ? word : kind;
}

interface Filed {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The id that each record has in a file: the one that it came with where that is nobody else's, else
 * its own. One with a bar in it would be read as two.
 */
function fileIds(records: readonly Filed[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>(records.map(({ id }) => [id, 1]));
  for (const { fields } of records) {
    if (fields.ID !== undefined) times.set(fields.ID, (times.get(fields.ID) ?? 0) + 1);
  }
  return new Map(
    records.map(({ id, fields: { ID } }) => {
      const usable = ID !== undefined && times.get(ID) === 1 && !ID.includes('|');
      return [id, usable ? ID : id];
    }),
  );
}

/** A column may be called `toString`: what every object has is no field. */
export const fieldOf = ({ fields }: Pick<Filed, 'fields'>, field: string): string =>
  Object.hasOwn(fields, field) ? (fields[field] ?? '') : '';

/** Columns of the files' own, those left out that have a place already. */
export function ownFields(records: readonly Filed[], placed: readonly string[]): readonly string[] {
  const fields = new Set(records.flatMap((record) => Object.keys(record.fields)));
  return [...fields].filter((field) => !placed.includes(field)).sort();
}
