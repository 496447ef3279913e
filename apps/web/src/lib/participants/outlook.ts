import {
  allSeats,
  conflictsBetween,
  seatRows,
  whoWouldClose,
  type Closing,
  type Conflict,
  type InclusionContext,
  type InclusionTarget,
} from '@parley/model';

/** What the targets ask for together, and who would bring it: too much to reckon at every keystroke. */
export interface Outlook {
  /** Target → who would close its gap; only targets that do not hold. */
  readonly each: ReadonlyMap<string, Closing>;
  /** For all targets at once; null where fewer than two ask for something that people can change. */
  readonly all: Closing | null;
  /** Pairs that cannot both be met; none where no seats are allotted: then nobody knows how many may come. */
  readonly conflicts: readonly Conflict[];
  /** Seats that nobody holds yet; null where none are allotted. */
  readonly openSeats: number | null;
}

export function outlookOf(targets: readonly InclusionTarget[], context: InclusionContext): Outlook {
  const isAllotted = allSeats(context) > 0;
  const { each, all, beyond } = whoWouldClose(targets, context, { withinSeats: isAllotted });
  const openSeats = isAllotted ? seatRows(context).reduce((sum, { open }) => sum + open, 0) : null;
  return {
    each: new Map(each.map(({ target, closing }) => [target, closing])),
    all: targets.length - beyond.length > 1 && each.length > 0 ? all : null,
    conflicts: openSeats === null ? [] : conflictsBetween(targets, context, openSeats),
    openSeats,
  };
}
