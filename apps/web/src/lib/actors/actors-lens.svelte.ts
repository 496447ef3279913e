import type { PowerKind } from '@parley/model/ledger';
import { createContext, type Snippet } from 'svelte';
import type { Grounds } from '#lib/assess/grounds.svelte.ts';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';
import type { SelectionState } from '#lib/live/selection-state.svelte.ts';
import { network, viewWithId, type ActorView } from './actor-views.ts';
import { Folding } from './map/folding.svelte.ts';
import { MapFilter } from './map/map-filter.svelte.ts';
import { MapMarks } from './map/map-marks.svelte.ts';

const isoDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

// Written out here: the ledger's own list would bring the ledger to a first visit.
const powers: Readonly<Record<PowerKind, PowerKind>> = {
  structural: 'structural',
  relational: 'relational',
  procedural: 'procedural',
  narrative: 'narrative',
};

/** How somebody looks at the actors, on this screen only. It stays from view to view. */
export class ActorsLens {
  /** Which actors and ties are shown. Ties that do not hold on the day of the lens are not. */
  readonly filter: MapFilter;
  /** What of it the map draws. */
  readonly folding: Folding;
  readonly marks = new MapMarks();
  /** Shared by the boards, and shown to others as rings. */
  readonly selection: SelectionState;
  view: ActorView = $state.raw(network);
  /** Whether the slider of days is open. */
  overTime = $state(false);
  /** The day, `YYYY-MM-DD`, whose state is shown; null: all that is known now. */
  on: string | null = $state(null);
  /** The kind of power that a view is about; none stands for the others (P1). */
  power: PowerKind = $state('structural');

  /** What the view shows in the panel in place of what is selected; null: what is selected. */
  panel: { readonly title: string; readonly content: Snippet } | null = $state.raw(null);
  /** Whether a view shows its table in place of its picture. */
  asTable = $state(false);
  /** Whether views show how others read the actors. */
  others = $state(true);
  /** What one's own readings rest on, once a view has asked for it. */
  grounds: Grounds | null = null;

  /**
   * @param address of the page: the view, the day and the kind of power that it names
   * @param shared the filter of the lens that this one looks beside, at another day
   */
  constructor(live: LiveBoard, selection: SelectionState, address: string, shared?: MapFilter) {
    this.filter = new MapFilter(live, () => this.on, shared);
    this.folding = new Folding(live, this.filter);
    this.selection = selection;
    const { searchParams } = new URL(address);
    this.view = viewWithId(searchParams.get('view'));
    const on = searchParams.get('on');
    if (on !== null && isoDate.test(on)) this.on = on;
    this.overTime = this.on !== null;
    const power = Object.values(powers).find((one) => one === searchParams.get('power'));
    if (power !== undefined) this.power = power;
  }

  /** The same address, naming what this lens shows. */
  addressFrom(address: string): URL {
    const named = new URL(address);
    const { searchParams } = named;
    const put = (name: string, value: string | null) =>
      value === null ? searchParams.delete(name) : searchParams.set(name, value);
    put('view', this.view === network ? null : this.view.id);
    put('on', this.on);
    put('power', this.power === 'structural' ? null : this.power);
    return named;
  }
}

export const [getActorsLens, setActorsLens] = createContext<ActorsLens>();
