import type { AgendaActs } from './agenda-acts.ts';
import type { AgendaState } from './agenda-state.svelte.ts';
import { EdgeScroll } from './edge-scroll.ts';
import { moveToRow, type RowPlace } from './plan/row-move.ts';

/**
 * Dragging a block up and down a list by its handle. Rows are found by their `data-row` (a block's
 * id) and `data-day`; a day without blocks has a row with an empty `data-row`.
 */
export class RowDrag {
  block: string | null = $state.raw(null);
  /** Where letting go would put it. */
  place: RowPlace | null = $state.raw(null);
  readonly #agenda: AgendaState;
  readonly #acts: AgendaActs;
  readonly #rows: () => Iterable<HTMLElement>;
  readonly #scroll = new EdgeScroll(() => this.#follow());
  #pointer = -1;
  #y = 0;

  /** @param list the element that holds the rows */
  constructor(agenda: AgendaState, acts: AgendaActs, list: () => HTMLElement | undefined) {
    this.#agenda = agenda;
    this.#acts = acts;
    this.#rows = () => list()?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
  }

  /** A pointer was pressed on a block's handle. */
  press(event: PointerEvent & { currentTarget: HTMLElement }, block: string): void {
    if (event.button !== 0 || !this.#agenda.canEdit) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    this.#pointer = event.pointerId;
    this.block = block;
    this.#y = event.clientY;
    this.#scroll.start(event.currentTarget);
  }

  readonly onpointermove = (event: PointerEvent): void => {
    if (this.block === null || event.pointerId !== this.#pointer) return;
    this.#y = event.clientY;
    this.#scroll.at(event.clientX, event.clientY);
    this.#follow();
  };

  readonly onpointerup = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    const { block, place } = this;
    this.cancel();
    const record = this.#agenda.settled.blocks.find(({ id }) => id === block);
    const move = record && place && moveToRow(this.#agenda.settled, record, place);
    if (record && move) this.#acts.move(record.id, move);
  };

  readonly onkeydown = (event: KeyboardEvent): void => {
    if (this.block === null || event.key !== 'Escape') return;
    event.preventDefault();
    this.cancel();
  };

  /** Ends the drag and changes nothing. */
  cancel(): void {
    this.#scroll.stop();
    this.#pointer = -1;
    this.block = null;
    this.place = null;
  }

  #follow(): void {
    let last: HTMLElement | null = null;
    for (const row of this.#rows()) {
      const { day } = row.dataset;
      const box = row.getBoundingClientRect();
      // Below the last row of a day and above the next day's head is the end of that day.
      if (last && last.dataset.day !== day && this.#y < box.top - box.height) break;
      if (day !== undefined && this.#y < box.top + box.height / 2) {
        this.place = { day, before: row.dataset.row === '' ? null : (row.dataset.row ?? null) };
        return;
      }
      last = row;
    }
    const day = last?.dataset.day;
    this.place = day === undefined ? null : { day, before: null };
  }
}
