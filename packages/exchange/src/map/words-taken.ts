import { foldTerm } from '../fold.ts';
import { isUnknown } from '../value-words.ts';
import {
  actorWords,
  chosenFor,
  tieWords,
  type ActorWordField,
  type TieWordField,
} from './chosen-words.ts';
import type { MapContext, MappedSheet } from './map-plan.ts';
import { mapWords, tieKindOf } from './map-words.ts';
import { rowsBelow } from './sheet-rows.ts';

/** A word of the files, and what it is taken as. */
export type WordTaken = {
  /** The word in the form in which choices name it. */
  readonly folded: string;
  /** As it is first written. */
  readonly word: string;
  readonly rows: number;
  /** The value that it stands for; null: for none of ours. */
  readonly taken: string | null;
  /** Whether somebody said so. */
  readonly chosen: boolean;
} & (
  | { readonly holds: 'actors'; readonly field: ActorWordField }
  | { readonly holds: 'ties'; readonly field: TieWordField }
);

/** Words that are counted for a column: more are no words for a few values. */
const most = 200;

/**
 * What the words of the files are taken as, column by column; in each those that are not understood
 * first, then the frequent ones. Of columns with more than 200 words the first 200 are looked at.
 */
export function wordsTaken(sheets: readonly MappedSheet[], context: MapContext): WordTaken[] {
  const found: WordTaken[] = [];
  for (const field of Object.keys(actorWords) as ActorWordField[]) {
    const choices = context.words?.actors.get(field);
    for (const counted of countWords(sheets, 'actors', field)) {
      const chosen = chosenFor(choices, counted.word);
      const taken = chosen ?? readActorWord(field, counted.word);
      found.push({
        ...{ ...counted, holds: 'actors', field },
        ...{ taken: taken === '' ? null : taken, chosen: chosen !== null },
      });
    }
  }
  for (const field of Object.keys(tieWords) as TieWordField[]) {
    const choices = context.words?.ties.get(field);
    for (const counted of countWords(sheets, 'ties', field)) {
      const chosen = chosenFor(choices, counted.word);
      const taken = chosen ?? readTieWord(field, counted.word, context.settings.tieLabels);
      found.push({
        ...{ ...counted, holds: 'ties', field },
        ...{ taken: taken === '' ? null : taken, chosen: chosen !== null },
      });
    }
  }
  return found;
}

function readActorWord(field: ActorWordField, word: string): string | null {
  return mapWords[field === 'type' ? 'kind' : field](word);
}

function readTieWord(
  field: TieWordField,
  word: string,
  labels: Readonly<Record<string, string>>,
): string | null {
  return field === 'type' || field === 'kind' ? tieKindOf(word, labels) : mapWords[field](word);
}

function countWords(
  sheets: readonly MappedSheet[],
  holds: 'actors' | 'ties',
  field: ActorWordField | TieWordField,
) {
  const counted = new Map<string, { folded: string; word: string; rows: number }>();
  for (const { table, mapping } of sheets) {
    if (mapping.holds !== holds) continue;
    const columns: readonly string[] = mapping.columns;
    const column = columns.indexOf(field);
    // A word for the type says nothing of the kind where a column of its own does.
    if (column < 0 || (field === 'type' && columns.includes('kind'))) continue;
    for (const { cells } of rowsBelow(table, mapping.headerRow)) {
      const word = (cells[column] ?? '').replace(/\p{Cc}+/gu, ' ').trim();
      if (isUnknown(word)) continue;
      const folded = foldTerm(word);
      const known = counted.get(folded);
      if (known) known.rows += 1;
      else if (counted.size < most) counted.set(folded, { folded, word, rows: 1 });
    }
  }
  return [...counted.values()].sort((a, b) => b.rows - a.rows);
}
