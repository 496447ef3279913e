import type { Component } from 'svelte';
import { m } from '#lib/paraglide/messages.js';

export interface PersonView {
  /** As it stands in the address of the page. */
  readonly id: string;
  readonly words: () => string;
  /** Fetches what shows it, and asks the board's state for the rest; null for the table itself, which is part of a first visit. */
  readonly load: (() => Promise<{ readonly default: Component<Record<string, never>> }>) | null;
  /** Whether it always stands beside the title; the others stand in a menu. */
  readonly pinned?: true;
}

/** The table; where an address names a view that there is not, it is shown. */
export const list: PersonView = {
  id: 'table',
  words: m.stages_view_table,
  load: null,
  pinned: true,
};

/**
 * The views of the participants board, in the order in which they are offered: a row is all that a new
 * one needs. They show the same people, as they are searched and filtered (see `ParticipantsState.table`);
 * the pictures show all of them, for a share is of everybody who is counted.
 */
export const personViews: readonly PersonView[] = [
  list,
  {
    id: 'stages',
    words: m.stages_view,
    load: () => import('./stages/StagesBoard.svelte'),
    pinned: true,
  },
  {
    id: 'screening',
    words: m.screening_view,
    load: () => import('#lib/screening/ScreeningView.svelte'),
  },
  { id: 'sessions', words: m.sessions_view, load: () => import('./sessions/SessionsView.svelte') },
  { id: 'letters', words: m.letters_view, load: () => import('./letters/LettersView.svelte') },
  { id: 'report', words: m.report_view, load: () => import('./report/ReportView.svelte') },
  { id: 'time', words: m.over_view, load: () => import('./time/TimeView.svelte') },
  {
    id: 'pictures',
    words: m.pictures_view,
    load: () => import('./pictures/PicturesView.svelte'),
  },
];

export const personView = (id: string | null): PersonView =>
  personViews.find((view) => view.id === id) ?? list;
