import type { Cell } from '#lib/placing/placing.svelte.ts';
import {
  cellIdOf,
  placeWords,
  type Axis,
  type GridContent,
  type GridPlace,
  type TrayWords,
} from './level-axis.ts';

interface StandingParts {
  readonly axes: () => { readonly across: Axis; readonly up: Axis | null };
  readonly actors: () => readonly string[];
  readonly content: () => GridContent;
  readonly trays: () => TrayWords;
  readonly flag: (place: GridPlace) => string | undefined;
  readonly showsOthers: () => boolean;
}

interface GridCell extends Cell {
  readonly place: GridPlace;
  /** What is to be noticed of it, in words. */
  readonly flag: string | undefined;
}

const unknown = 'unknown';
const unread = 'unread';

/** Who stands where in a grid of levels: in its cells, in the trays beside them, and as others see it. */
export class GridStanding {
  readonly #parts: StandingParts;

  constructor(parts: StandingParts) {
    this.#parts = parts;
  }

  /** The levels upwards, the highest first, as they stand; one null in a grid of one row. */
  readonly lines: readonly (number | null)[] = $derived.by(() => {
    const { up } = this.#parts.axes();
    return up === null ? [null] : up.levels.toReversed();
  });

  readonly cells: readonly (readonly GridCell[])[] = $derived.by(() => {
    const axes = this.#parts.axes();
    return this.lines.map((y) =>
      axes.across.levels.map((x) => {
        const place = { x, y };
        const flag = this.#parts.flag(place);
        const words = [placeWords(place, axes), flag].filter(Boolean).join(': ');
        return { id: cellIdOf(place, axes.up), words, place, flag };
      }),
    );
  });

  readonly #cellById: ReadonlyMap<string, GridCell> = $derived.by(
    () => new Map(this.cells.flat().map((cell) => [cell.id, cell])),
  );

  readonly trays: readonly Cell[] = $derived.by(() => {
    const words = this.#parts.trays();
    return [
      { id: unread, words: words.unread },
      ...(words.unknown === undefined ? [] : [{ id: unknown, words: words.unknown }]),
    ];
  });

  readonly #byCell: ReadonlyMap<string, readonly string[]> = $derived.by(() => {
    const standing = this.#parts
      .actors()
      .flatMap((actor) => this.#cellsOf(actor).map((cell) => ({ actor, cell })));
    const grouped = Map.groupBy(standing, ({ cell }) => cell);
    return new Map([...grouped].map(([cell, all]) => [cell, all.map(({ actor }) => actor)]));
  });

  /** Where others put the actors, by cell. */
  readonly ghosts = $derived.by(() => {
    const { up } = this.#parts.axes();
    const all = this.#parts.showsOthers() ? this.#parts.actors() : [];
    return Map.groupBy(
      all.flatMap((actor) =>
        this.#parts
          .content()
          .others(actor)
          .map(({ key, place, words }) => ({ key, actor, words, cell: cellIdOf(place, up) })),
      ),
      ({ cell }) => cell,
    );
  });

  /** A grid that nobody stands in is scrolled by keyboard itself; else one goes from actor to actor. */
  readonly isDeserted = $derived.by(() =>
    this.cells.flat().every(({ id }) => this.actorsIn(id).length === 0),
  );

  /** The first actor that is shown, where Tab comes in. */
  readonly first: string | undefined = $derived.by(
    () => [...this.cells.flat(), ...this.trays].flatMap(({ id }) => this.actorsIn(id))[0],
  );

  /** The cells as the arrow keys go through them; nobody is put among those of whom nothing is said. */
  get rows(): readonly (readonly Cell[])[] {
    return [this.trays.filter(({ id }) => id === unknown), ...this.cells];
  }

  actorsIn(cell: string): readonly string[] {
    return this.#byCell.get(cell) ?? [];
  }

  /** The first cell or tray in which an actor stands. */
  cellOf(actor: string): string {
    return this.#cellsOf(actor)[0] ?? unread;
  }

  /** A tray is the place of what is not known. */
  placeOf(cell: string): GridPlace {
    return this.#cellById.get(cell)?.place ?? { x: null, y: null };
  }

  /** What is known of those who stand in a cell; in a tray, whose place is null. */
  notesOf(cell: string, place: GridPlace | null): ReadonlyMap<string, string> {
    const said = this.actorsIn(cell).flatMap((actor) => {
      const note = this.#parts.content().note?.(actor, place);
      return note === undefined ? [] : [[actor, note] as const];
    });
    return new Map(said);
  }

  #cellsOf(actor: string): readonly string[] {
    const { up } = this.#parts.axes();
    const ids = this.#parts
      .content()
      .placesOf(actor)
      .map((place) => cellIdOf(place, up));
    if (ids.length === 0) return [unread];
    return [...new Set(ids.map((id) => (this.#cellById.has(id) ? id : unknown)))];
  }
}
