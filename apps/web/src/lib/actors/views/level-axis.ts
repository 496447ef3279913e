/** One of the two scales of a grid. */
export interface Axis {
  readonly label: string;
  /** What its ends stand for, where the numbers alone do not say it. */
  readonly ends?: string | undefined;
  /** The lowest first; null, where the grid has a place of its own for what is not known (P2). */
  readonly levels: readonly (number | null)[];
  readonly words: (level: number | null) => string;
}

/** Where something stands in a grid. */
export interface GridPlace {
  readonly x: number | null;
  /** null in a grid of one row, too. */
  readonly y: number | null;
}

/** What a grid shows, and what moving an actor in it does. */
export interface GridContent {
  /** Where an actor stands by what is known of it; nowhere: it waits in a tray. */
  readonly placesOf: (actor: string) => readonly GridPlace[];
  /** Stands after the name at this place; null: in the tray. */
  readonly note?: (actor: string, place: GridPlace | null) => string | undefined;
  /** Where others put it: a dot for each, with a key of its own and what it is called. */
  readonly others: (
    actor: string,
  ) => readonly { readonly key: string; readonly place: GridPlace; readonly words?: string }[];
  /** How many read the selected actors so by one scale alone, where others have done that. */
  readonly edge?: (axis: Axis, level: number | null) => number;
  readonly mayMove: () => boolean;
  readonly move: (actor: string, place: GridPlace) => void;
}

/** What the trays beside a grid are called. */
export interface TrayWords {
  /** Of those of whom nothing is said. */
  readonly unread: string;
  /** Of those who are not known; absent where the grid has a place of its own for them. */
  readonly unknown?: string;
}

/** What the cell of a place is called in the page; what is not known is `?`. */
export const cellIdOf = ({ x, y }: GridPlace, up: Axis | null): string =>
  up === null ? `${x ?? '?'}` : `${x ?? '?'} ${y ?? '?'}`;

/** `Interest 3, structural power 2`. */
export const placeWords = (
  { x, y }: GridPlace,
  { across, up }: { readonly across: Axis; readonly up: Axis | null },
): string =>
  [
    `${across.label} ${across.words(x)}`,
    ...(up === null ? [] : [`${up.label} ${up.words(y)}`]),
  ].join(', ');
