import type { Component } from 'svelte';
import { m } from '#lib/paraglide/messages.js';

/** What every view of the actors board may ask the board for. */
export interface ActorViewProps {
  /** The details of what is selected are wanted. */
  onopen: () => void;
  /** A new actor is wanted. */
  onadd: () => void;
  /** A tie is wanted, from an actor if one is given. */
  ontie: (from: string | null) => void;
  /** One's own reading of an actor is wanted. */
  onassess: (id: string) => void;
}

export interface ActorView {
  /** As it stands in the address of the page. */
  readonly id: string;
  readonly words: () => string;
  /** Fetches what shows it; null for the map itself, which is part of a first visit. */
  readonly load: (() => Promise<{ readonly default: Component<ActorViewProps> }>) | null;
  /** Fetches what shows it for one of two days that stand side by side; left out: it shows no days. */
  readonly still?: () => Promise<{ readonly default: Component<ActorViewProps> }>;
  /** Whether it always stands beside the title; the others stand in a menu. */
  readonly pinned?: true;
}

/** The map; where an address names a view that there is not, it is shown. */
export const network: ActorView = {
  id: 'network',
  words: m.actors_view_network,
  load: null,
  still: () => import('./time/StillMap.svelte'),
  pinned: true,
};

/** A view that is drawn for another day as it is for today. */
const ofAnyDay = (load: NonNullable<ActorView['load']>) => ({ load, still: load });

/**
 * The views of the actors board, in the order of their menu: a row is all that a new one needs. All
 * of them show the same actors, as the lens has them; see `ActorsLens`.
 */
export const actorViews: readonly ActorView[] = [
  network,
  {
    id: 'table',
    words: m.actors_view_table,
    load: () => import('./ActorTable.svelte'),
    pinned: true,
  },
  { id: 'ties', words: m.actors_ties, load: () => import('./TieTable.svelte'), pinned: true },
  {
    id: 'interest',
    words: m.views_interest,
    ...ofAnyDay(() => import('./views/InterestPower.svelte')),
  },
  {
    id: 'influence',
    words: m.influence_view,
    ...ofAnyDay(() => import('#lib/convening/InfluenceView.svelte')),
  },
  {
    id: 'attitude',
    words: m.views_attitude,
    ...ofAnyDay(() => import('./views/AttitudeView.svelte')),
  },
  { id: 'levels', words: m.views_levels, ...ofAnyDay(() => import('./views/LevelsView.svelte')) },
  {
    id: 'sectors',
    words: m.views_sectors,
    ...ofAnyDay(() => import('./views/SectorsView.svelte')),
  },
  {
    id: 'salience',
    words: m.views_salience,
    ...ofAnyDay(() => import('./views/SalienceView.svelte')),
  },
  {
    id: 'engagement',
    words: m.engage_view,
    load: () => import('#lib/engage/EngagementView.svelte'),
  },
  { id: 'cards', words: m.cards_view, load: () => import('./cards/WhoMatters.svelte') },
  {
    id: 'convening',
    words: m.convening_view,
    ...ofAnyDay(() => import('#lib/convening/ConveningView.svelte')),
  },
  { id: 'rounds', words: m.rounds_view, load: () => import('#lib/rounds/RoundsView.svelte') },
  { id: 'days', words: m.views_days, load: () => import('./time/CompareDays.svelte') },
];

export const viewWithId = (id: string | null): ActorView =>
  actorViews.find((view) => view.id === id) ?? network;
