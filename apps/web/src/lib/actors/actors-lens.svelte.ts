import type { PowerKind } from '@parley/model/ledger';
import { createContext, type Snippet } from 'svelte';
import type { Grounds } from '#lib/assess/grounds.svelte.ts';
import type { LiveBoard } from '#lib/live/live-board.svelte.ts';
import type { SelectionState } from '#lib/live/selection-state.svelte.ts';
import { network, viewWithId, type ActorView } from './actor-views.ts';
import { Folding } from './map/folding.svelte.ts';
import { MapFilter } from './map/map-filter.svelte.ts';
import { MapMarks } from './map/map-marks.svelte.ts';
import type { ComparedDays } from './time/compared-days.svelte.ts';

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
  /** The two days that stand side by side, where this lens shows one of them. */
  readonly compared: ComparedDays | null;
  readonly #outer: ActorsLens | null;
  #power: PowerKind = $state('structural');
  #asTable = $state(false);
  #others = $state(true);
  #whose: string | null = $state(null);

  /** What the view shows in the panel in place of what is selected; null: what is selected. */
  panel: { readonly title: string; readonly content: Snippet } | null = $state.raw(null);
  /** What one's own readings rest on, once a view has asked for it. */
  grounds: Grounds | null = null;

  /**
   * @param address of the page: the view, the day and the kind of power that it names
   * @param compared the days that stand side by side, where this lens shows one of them: all but the day
   * is then as the lens around it has it
   */
  constructor(
    live: LiveBoard,
    selection: SelectionState,
    address: string,
    compared: ComparedDays | null = null,
  ) {
    this.compared = compared;
    this.#outer = compared?.lens ?? null;
    this.filter = new MapFilter(live, () => this.on, this.#outer?.filter);
    this.folding = new Folding(live, this.filter, this.#outer?.folding);
    this.selection = selection;
    const { searchParams } = new URL(address);
    this.view = viewWithId(searchParams.get('view'));
    const on = searchParams.get('on');
    if (on !== null && isoDate.test(on)) this.on = on;
    this.overTime = this.on !== null;
    const power = Object.values(powers).find((one) => one === searchParams.get('power'));
    if (power !== undefined) this.power = power;
  }

  /** The kind of power that a view is about; none stands for the others (P1). */
  get power(): PowerKind {
    return this.#outer ? this.#outer.power : this.#power;
  }

  set power(kind: PowerKind) {
    if (this.#outer) this.#outer.power = kind;
    else this.#power = kind;
  }

  /** Whether a view shows its table in place of its picture. */
  get asTable(): boolean {
    return this.#outer ? this.#outer.asTable : this.#asTable;
  }

  set asTable(as: boolean) {
    if (this.#outer) this.#outer.asTable = as;
    else this.#asTable = as;
  }

  /** Whether views show how others read the actors. */
  get others(): boolean {
    return this.#outer ? this.#outer.others : this.#others;
  }

  set others(shown: boolean) {
    if (this.#outer) this.#outer.others = shown;
    else this.#others = shown;
  }

  /** The id of the person whose readings a view is made of; null: one's own. */
  get whose(): string | null {
    return this.#outer ? this.#outer.whose : this.#whose;
  }

  set whose(person: string | null) {
    if (this.#outer) this.#outer.whose = person;
    else this.#whose = person;
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
