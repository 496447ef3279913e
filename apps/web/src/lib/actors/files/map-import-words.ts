import { actorWords, tieWords, type ActorWordField, type TieWordField } from '@parley/exchange/map';
import type {
  ActorTarget,
  MapPlan,
  MapRemark,
  SheetMapping,
  SkippedMapRow,
  SourceRow,
  TieTarget,
  WhenThere,
  WordTaken,
} from '@parley/exchange/map';
import type { Settings } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { refusedWords, together, type RowsNote } from '#lib/participants/import/import-words.ts';
import {
  affiliationWords,
  expressionWords,
  kindWords,
  levelWords,
  roleWords,
  sectorWord,
  tieWord,
} from '../actor-words.ts';
import type { RefusedFile } from '#lib/table/tables-of.ts';

/** Why nothing was read, and what to do. */
export function refusedFileWords(refused: RefusedFile): string {
  switch (refused.reason) {
    case 'unreadable':
      return m.participants_import_unreadable();
    case 'not-text':
    case 'not-a-workbook':
      return m.files_import_not_workbook();
    case 'unpacks-too-large':
      return m.files_import_unpacks();
    default:
      return refusedWords(refused);
  }
}

export const holdsWords: Record<SheetMapping['holds'], () => string> = {
  actors: m.files_holds_actors,
  ties: m.files_holds_ties,
  nothing: m.files_holds_nothing,
};

export const whenThereWords: Record<WhenThere, () => string> = {
  update: m.files_when_update,
  skip: m.files_when_skip,
  duplicate: m.files_when_duplicate,
};

/** What a column of a file becomes, in words. */
export const targetWords: Record<ActorTarget | TieTarget, () => string> = {
  ignore: m.files_target_ignore,
  own: m.files_target_own,
  id: m.files_target_id,
  name: m.files_target_name,
  type: m.files_target_type,
  kind: m.files_target_kind,
  pseudonym: m.files_target_pseudonym,
  role: m.files_target_role,
  level: m.files_target_level,
  track: m.files_target_track,
  sector: m.files_target_sector,
  interests: m.files_target_interests,
  positions: m.files_target_positions,
  needs: m.files_target_needs,
  alternative: m.files_target_alternative,
  followers: m.files_target_followers,
  expression: m.files_target_expression,
  affiliation: m.files_target_affiliation,
  within: m.files_target_within,
  notes: m.files_target_notes,
  x: m.files_target_x,
  y: m.files_target_y,
  from: m.files_target_from,
  to: m.files_target_to,
  direction: m.files_target_direction,
  label: m.files_target_label,
  note: m.files_target_note,
  strength: m.files_target_strength,
  since: m.files_target_since,
  until: m.files_target_until,
  source: m.files_target_source,
};

/** Stands in a choice for none of our values; a value of ours has no such name. */
export const notOurs = '-';

/** What a word can be taken as. */
export function wordOptions(
  word: WordTaken,
  settings: Settings,
): readonly { readonly value: string; readonly label: string }[] {
  const ours: readonly { readonly value: string; readonly label: string }[] =
    word.holds === 'actors'
      ? actorWords[word.field].map((value) => ({ value, label: actorValue(word.field, value) }))
      : tieWords[word.field].map((value) => ({ value, label: tieValue(value, settings) }));
  return [{ value: notOurs, label: noneOfOurs(word.field) }, ...ours];
}

function noneOfOurs(field: ActorWordField | TieWordField): string {
  switch (field) {
    case 'type':
      return m.files_words_keep_type();
    case 'sector':
    case 'direction':
      return m.files_words_keep();
    default:
      return m.files_words_unknown();
  }
}

type ActorValue = (typeof actorWords)[ActorWordField][number];
type TieValue = (typeof tieWords)[TieWordField][number];

function actorValue(field: ActorWordField, value: ActorValue): string {
  const words: Readonly<Record<string, () => string>> = {
    ...{ ...kindWords, ...roleWords, ...levelWords, ...expressionWords, ...affiliationWords },
  };
  if (field === 'sector') return sectorWord(value);
  return field === 'track' ? m.actors_track_n({ track: value }) : (words[value]?.() ?? value);
}

function tieValue(value: TieValue, settings: Settings): string {
  switch (value) {
    case '1':
      return m.actors_strength_1();
    case '2':
      return m.actors_strength_2();
    case '3':
      return m.actors_strength_3();
    case 'directed':
      return m.files_words_directed();
    case 'undirected':
      return m.files_words_undirected();
    case 'mutual':
      return m.files_words_mutual();
    default:
      return tieWord(value, settings);
  }
}

/** What the import would do, a line for each thing that it does. */
export function summaryOf({ actors, ties }: MapPlan): readonly string[] {
  const lines: readonly (readonly [number, (inputs: { count: number }) => string])[] = [
    [actors.create.length, m.files_adds_actors],
    [actors.change.length, m.files_changes_actors],
    [ties.create.length, m.files_adds_ties],
    [ties.change.length, m.files_changes_ties],
    [actors.unchanged + ties.unchanged, m.files_unchanged],
  ];
  return lines.flatMap(([count, words]) => (count > 0 ? [words({ count })] : []));
}

const skipWords: Record<SkippedMapRow['reason'], (inputs: { value: string }) => string> = {
  'no-name': m.files_skip_no_name,
  'already-there': m.files_skip_there,
  'several-actors': m.files_skip_several,
  'no-such-actor': m.files_skip_no_actor,
  itself: m.files_skip_itself,
};

const remarkWords: Record<
  MapRemark['reason'],
  (inputs: { field: string; value: string }) => string
> = {
  'not-understood': m.files_remark_not_understood,
  'too-long': m.files_remark_too_long,
  'kind-guessed': m.files_remark_kind,
  'no-such-holder': m.files_remark_no_holder,
  'several-holders': m.files_remark_several_holders,
  circle: m.files_remark_circle,
  'same-name': m.files_remark_same_name,
};

/** @param several whether rows have to say which sheet they are of */
export function notesOf(plan: MapPlan, several: boolean) {
  const named = (row: SourceRow, text: string) =>
    several ? m.files_in_sheet({ sheet: row.sheet, text }) : text;
  const grouped = <Row extends SourceRow>(rows: readonly Row[], words: (row: Row) => string) =>
    together(rows, (row) => named(row, words(row)));
  return {
    skipped: grouped(plan.skipped, ({ reason, value }) =>
      skipWords[reason]({ value: value.slice(0, 80) }),
    ),
    repeated: grouped(plan.repeated, ({ name }) => name),
    remarks: grouped(plan.remarks, ({ reason, field, value }) =>
      remarkWords[reason]({ field: fieldWord(field), value: value.slice(0, 80) }),
    ),
  } satisfies Record<string, readonly RowsNote[]>;
}

/** A field by its name here; a column of the file's own by its heading. */
const fieldWord = (field: string): string =>
  Object.entries(targetWords).find(([target]) => target === field)?.[1]() ?? field;
