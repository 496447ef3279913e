import {
  agendaTimes,
  type AgendaBlock,
  type AgendaDay,
  type BlockTimes,
  type DayTimes,
  type Room,
  type Whose,
} from '@parley/model';
import { createContext } from 'svelte';
import type { AgendaSpace } from './agenda-space.ts';
import { withMove, type AgendaMove } from './plan/agenda-move.ts';
import type { Agenda } from './plan/block-moves.ts';

/**
 * The agenda as its board shows it: the records, their times, and what a drag under way would make
 * of them. Nothing here is written down; what people change goes through `AgendaActs`.
 */
export class AgendaState {
  readonly space: AgendaSpace;
  /** The move that letting go now would make; null while nothing is dragged. */
  move: AgendaMove | null = $state.raw(null);
  /** What was last said aloud to readers of the screen. */
  said = $state('');
  /** Whether the inspector is open where it is a sheet. */
  inspecting = $state(false);
  /** Whose days were looked at last: party, person or room → id. */
  whose: Readonly<Partial<Record<Whose['by'], string>>> = $state.raw({});
  /** The block whose title is to be written next, once its field is there. */
  naming: string | null = $state(null);

  readonly #settled = $derived.by((): Agenda => {
    const blocks = this.space.live.list('agendaBlock');
    return { blocks, days: agendaTimes(this.days, blocks, this.space.settings) };
  });
  readonly #shown = $derived.by((): Agenda => {
    if (this.move === null) return this.#settled;
    const blocks = withMove(this.#settled.blocks, this.move);
    return { blocks, days: agendaTimes(this.days, blocks, this.space.settings) };
  });
  readonly #shownBlocks = $derived(new Map(this.#shown.blocks.map((block) => [block.id, block])));

  constructor(space: AgendaSpace) {
    this.space = space;
  }

  /** Days as people ordered them. */
  get days(): readonly AgendaDay[] {
    return this.space.live.list('agendaDay');
  }

  get rooms(): readonly Room[] {
    return this.space.live.list('room');
  }

  /** The agenda as it is written. */
  get settled(): Agenda {
    return this.#settled;
  }

  /** The agenda as it is drawn: with the drag under way. */
  get shown(): Agenda {
    return this.#shown;
  }

  /** A block as it is drawn. */
  block(id: string): AgendaBlock | undefined {
    return this.#shownBlocks.get(id);
  }

  /** The written times of a block, and of its day. */
  timesOf(id: string): { readonly day: DayTimes; readonly times: BlockTimes } | null {
    for (const day of this.#settled.days) {
      const times = day.blocks.find(({ block }) => block === id);
      if (times) return { day, times };
    }
    return null;
  }

  /** The selected block; the first where several records are selected. */
  get selected(): AgendaBlock | null {
    for (const id of this.space.selection.ids) {
      const block = this.space.live.get('agendaBlock', id);
      if (block) return block;
    }
    return null;
  }

  get canEdit(): boolean {
    return this.space.canEdit;
  }

  select(id: string): void {
    this.space.selection.set([id]);
  }

  /** Selects a block and shows its fields, also where they are behind a sheet. */
  open(id: string): void {
    this.select(id);
    this.inspecting = true;
  }

  /** Opens a block with its title ready to be typed. */
  name(id: string): void {
    this.naming = id;
    this.open(id);
  }

  /** Tells readers of the screen. */
  say(text: string): void {
    // The same words twice are said twice.
    this.said = this.said === text ? `${text}\u00a0` : text;
  }
}

export const [getAgenda, setAgenda] = createContext<AgendaState>();
