import { partsOfPair, pairOf, type AgendaBlock, type Patch } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { AgendaSpace } from '../agenda-space.ts';
import { ownColumnsOf } from '../own-columns.ts';

/** A column of the list that an agenda has only where it is used. */
export interface MoreColumn {
  readonly id: string;
  /** The field of a block that others see somebody editing. */
  readonly field: string;
  readonly label: string;
  /** Whether it is kept off paper: a list that is printed goes from hand to hand. */
  readonly isPrivate: boolean;
  readonly isNumeric?: boolean;
  readonly of: (block: AgendaBlock) => string;
  /** What a text in the cell changes; null: it is not understood. */
  readonly patch: (block: AgendaBlock, text: string) => Patch<'agendaBlock'> | null;
}

const team: readonly (MoreColumn & { readonly isUsed: (block: AgendaBlock) => boolean })[] = [
  {
    ...{ id: 'buffer', field: 'buffer', label: m.agenda_buffer_after(), isPrivate: true },
    isNumeric: true,
    isUsed: ({ buffer }) => buffer > 0,
    of: ({ buffer }) => (buffer === 0 ? '' : String(buffer)),
    patch: (_, text) => {
      const minutes = Number(text);
      return Number.isInteger(minutes) ? { buffer: minutes } : null;
    },
  },
  {
    ...{ id: 'noteTaker', field: 'noteTaker', label: m.agenda_note_taker(), isPrivate: true },
    isUsed: ({ noteTaker }) => noteTaker !== '',
    of: ({ noteTaker }) => noteTaker,
    patch: (_, noteTaker) => ({ noteTaker }),
  },
  {
    ...{ id: 'interpreter', field: 'interpreter', label: m.agenda_interpreter() },
    isPrivate: true,
    isUsed: ({ interpreter }) => interpreter !== '',
    of: ({ interpreter }) => interpreter,
    patch: (_, interpreter) => ({ interpreter }),
  },
  {
    ...{ id: 'languagePairs', field: 'languagePairs', label: m.agenda_pairs(), isPrivate: true },
    isUsed: ({ languagePairs }) => languagePairs.length > 0,
    of: ({ languagePairs }) => languagePairs.join(', '),
    patch: (_, text) => {
      const written = text.split(/[,;]/).filter((pair) => pair.trim() !== '');
      const pairs = written.flatMap((pair) => partsOfPair(pair) ?? []);
      if (pairs.length < written.length) return null;
      return { languagePairs: [...new Set(pairs.map(pairOf))].sort() };
    },
  },
];

/** What the list shows besides its own columns: what some block says, and the columns of the team's own. */
export function moreColumns(
  { settings }: Pick<AgendaSpace, 'settings'>,
  blocks: readonly AgendaBlock[],
): readonly MoreColumn[] {
  const own = ownColumnsOf(settings).map(({ id, label, shared }): MoreColumn => ({
    ...{ id: `own:${id}`, field: `ownColumns.${id}`, label, isPrivate: !shared },
    of: ({ ownColumns }) => ownColumns[id] ?? '',
    patch: ({ ownColumns }, text) => ({ ownColumns: withOwn(ownColumns, id, text) }),
  }));
  return [...team.filter(({ isUsed }) => blocks.some(isUsed)), ...own];
}

/** The texts of a block with one of them written; an empty one is not kept. */
export function withOwn(
  texts: AgendaBlock['ownColumns'],
  id: string,
  text: string,
): AgendaBlock['ownColumns'] {
  const rest = Object.entries(texts).filter(([other]) => other !== id);
  return Object.fromEntries(text.trim() === '' ? rest : [...rest, [id, text.trim()]]);
}
