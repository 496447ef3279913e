import type { Component } from 'svelte';
import { m } from '#lib/paraglide/messages.js';

export interface AgendaView {
  /** As it stands in the address of the page. */
  readonly id: string;
  readonly words: () => string;
  /** Fetches what shows it; null for days and list, which are part of a first visit. */
  readonly load: (() => Promise<{ readonly default: Component<{ view: string }> }>) | null;
  /** Whether it always stands beside the title; the others stand in a menu. */
  readonly pinned?: true;
}

/** Where an address names a view that there is not, it is shown. */
export const days: AgendaView = {
  ...{ id: 'days', words: m.agenda_view_days, load: null, pinned: true },
};

const whose = () => import('./whose/WhoseDays.svelte');

/** The views of the agenda, in the order in which they are offered: a row is all that a new one needs. */
export const agendaViews: readonly AgendaView[] = [
  days,
  { id: 'list', words: m.agenda_view_list, load: null, pinned: true },
  { id: 'party', words: m.agenda_view_party, load: whose },
  { id: 'person', words: m.agenda_view_person, load: whose },
  { id: 'room', words: m.agenda_view_room, load: whose },
  { id: 'now', words: m.agenda_view_now, load: () => import('./now/NowAndNext.svelte') },
];

export const agendaView = (id: string | null): AgendaView =>
  agendaViews.find((view) => view.id === id) ?? days;
