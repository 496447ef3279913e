import type { Component } from 'svelte';
import { m } from '#lib/paraglide/messages.js';

export interface ProcessView {
  /** As it stands in the address of the page. */
  readonly id: string;
  readonly words: () => string;
  /** Fetches what shows it. */
  readonly load: () => Promise<{ readonly default: Component }>;
  /** Whether it always stands beside the title; the others stand in a menu. */
  readonly pinned?: true;
}

/** Where an address names a view that there is not, it is shown. */
const log: ProcessView = {
  ...{ id: 'log', words: m.process_view_log, pinned: true },
  load: () => import('./log/DesignLog.svelte'),
};

const standing: ProcessView = {
  ...{ id: 'standing', words: m.process_view_standing },
  load: () => import('./standing/StandingView.svelte'),
};

const proposals: ProcessView = {
  ...{ id: 'proposals', words: m.process_view_proposals, pinned: true },
  load: () => import('./proposals/ProposalsView.svelte'),
};

const interventions: ProcessView = {
  ...{ id: 'interventions', words: m.process_view_interventions },
  load: () => import('./interventions/InterventionsView.svelte'),
};

const information: ProcessView = {
  ...{ id: 'information', words: m.process_view_information },
  load: () => import('./information/InformationView.svelte'),
};

const checklist: ProcessView = {
  ...{ id: 'checklist', words: m.process_view_checklist },
  load: () => import('./checklist/ChecklistView.svelte'),
};

const funding: ProcessView = {
  ...{ id: 'funding', words: m.process_view_funding },
  load: () => import('./funding/FundingView.svelte'),
};

const glossary: ProcessView = {
  ...{ id: 'glossary', words: m.process_view_glossary },
  load: () => import('./glossary/GlossaryView.svelte'),
};

/** The views of the board, in the order in which they are offered: a row is all that a new one needs. */
export const processViews: readonly ProcessView[] = [
  log,
  standing,
  proposals,
  information,
  interventions,
  funding,
  glossary,
  checklist,
];

export const processView = (id: string | null): ProcessView =>
  processViews.find((view) => view.id === id) ?? log;
