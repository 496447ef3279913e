import { seatArcs, seatsAtTable } from '@parley/model/pictures';
import { shortened, widthOf, type Drawing, type Fill, type Mark } from '#lib/pictures/drawing.ts';
import { legend, type LegendItem } from './legend.ts';

/** A seat to be drawn. */
export interface DrawnSeat {
  readonly id: string;
  readonly delegation: string | null;
  readonly fill: Fill;
  readonly label: string;
  /** Who sits there, where there is room for it. */
  readonly name: string;
  readonly people: readonly string[];
}

/** Seats of one delegation, in the order of the seats. */
export interface Bench {
  readonly delegation: string | null;
  /** `Lake Fishers: 7 of 9 seats` */
  readonly words: string;
}

/** So many sit around one table; more sit in a half circle. */
const mostAtTable = 24;

/** Seats by delegation in their order, from the left: a table plan for few, a half circle for many. */
export const seatsDrawing = (
  seats: readonly DrawnSeat[],
  benches: readonly Bench[],
  keys: readonly LegendItem[],
  width: number,
): Drawing =>
  seats.length <= mostAtTable
    ? tablePlan(seats, benches, keys, width)
    : halfCircle(seats, benches, keys, width);

const dot = (seat: DrawnSeat, x: number, y: number, radius: number): Mark => ({
  ...{ kind: 'dot', x, y, radius, fill: seat.fill },
  part: { id: seat.id, label: seat.label, people: seat.people },
});

function halfCircle(
  seats: readonly DrawnSeat[],
  benches: readonly Bench[],
  keys: readonly LegendItem[],
  width: number,
): Drawing {
  const { places, radius } = seatArcs(seats.length);
  const key = legend(keys, width);
  const band = 54;
  const reach = Math.min(width / 2 - band, 430);
  const size = radius * reach;
  const middle = { x: width / 2, y: key.height + 12 + band + reach };
  const dots = seats.map((seat, index) => {
    const place = places[index] ?? { x: 0, y: 0 };
    return dot(seat, middle.x + place.x * reach, middle.y + place.y * reach, size);
  });
  const at = (angle: number, away: number) => ({
    x: middle.x - Math.cos(angle) * away,
    y: middle.y - Math.sin(angle) * away,
  });
  /** Where the numbers stand: one that has no room stands further out, or in the list alone. */
  const taken: { readonly x: number; readonly y: number }[] = [];
  function freeLabel(angle: number, away: number) {
    const place = [away, away + 14]
      .map((distance) => at(angle, distance))
      .find(({ x, y }) => taken.every((one) => Math.hypot(one.x - x, one.y - y) >= 13));
    if (place) taken.push(place);
    return place;
  }
  /** Around the outside: which seats are whose, by number. */
  const rim = benches.flatMap(({ delegation }, number): Mark[] => {
    const theirs = seats.flatMap((seat, index) =>
      seat.delegation === delegation ? (places[index]?.angle ?? []) : [],
    );
    const [first, last] = [Math.min(...theirs), Math.max(...theirs)];
    const away = reach + size + 7;
    const steps = Math.max(2, Math.ceil((last - first) / 0.05));
    const points = Array.from({ length: steps + 1 }, (_, step) =>
      at(first + ((last - first) * step) / steps, away),
    );
    const label = freeLabel((first + last) / 2, away + 11);
    return [
      { kind: 'stroke', points, tone: 'line', width: 2 },
      ...(label
        ? [
            {
              ...({ kind: 'words', anchor: 'middle', size: 11, bold: true } as const),
              ...{ x: label.x, y: label.y + 4, text: String(number + 1) },
            },
          ]
        : []),
    ];
  });
  const total: Mark = {
    ...{ kind: 'words', x: middle.x, y: middle.y - 4, anchor: 'middle', bold: true },
    ...{ size: Math.max(16, reach * 0.11), text: String(seats.length) },
  };
  const list = benchList(benches, width, middle.y + size + 18);
  return {
    width,
    height: list.bottom,
    marks: [...key.marks, ...rim, ...dots, total, ...list.marks],
  };
}

/** Numbers and names of the delegations, in columns. */
function benchList(benches: readonly Bench[], width: number, top: number) {
  const columns = Math.max(1, Math.floor(width / 270));
  const rows = Math.ceil(benches.length / columns);
  const each = width / columns;
  const marks = benches.flatMap(({ words }, index): Mark[] => {
    const x = Math.floor(index / rows) * each;
    const y = top + (index % rows) * 19 + 12;
    const text = shortened(words, 12, each - 36);
    return [
      {
        ...{ kind: 'words', x: x + 18, y, anchor: 'end', size: 11 },
        ...{ text: String(index + 1), bold: true },
      },
      { kind: 'words', x: x + 26, y, anchor: 'start', text, size: 12 },
    ];
  });
  return { marks, bottom: top + rows * 19 + 8 };
}

/** A name that has room, or its last word, which tells `Delegate U-01` from others; else nothing. */
function nameWithin(name: string, room: number): string {
  const last = name.split(' ').at(-1) ?? '';
  return [name, last].find((text) => widthOf(text, 10) <= room) ?? '';
}

function tablePlan(
  seats: readonly DrawnSeat[],
  benches: readonly Bench[],
  keys: readonly LegendItem[],
  width: number,
): Drawing {
  const plan = seatsAtTable(seats.length);
  const key = legend(keys, width);
  /** Room beside the table for the names of those who sit at its ends. */
  const aside = Math.min(110, width * 0.14);
  const unit = Math.min(64, (width - 2 * aside) / (plan.width + 2.6));
  const size = unit * 0.42;
  const left = (width - plan.width * unit) / 2;
  const top = key.height + 44 + unit;
  const bottom = top + plan.height * unit;
  const number = new Map(benches.map(({ delegation }, index) => [delegation, index + 1]));
  const drawn = seats.flatMap((seat, index): Mark[] => {
    const place = plan.seats[index];
    if (!place) return [];
    const [x, y] = [left + place.x * unit, top + place.y * unit];
    const upright = place.side === 'top' || place.side === 'bottom';
    const room = upright ? 1.5 * unit : aside - 10;
    const text = nameWithin(seat.name, room);
    const at = {
      top: { x, y: y - size - 7, anchor: 'middle' },
      bottom: { x, y: y + size + 15, anchor: 'middle' },
      left: { x: x - size - 6, y: y + 4, anchor: 'end' },
      right: { x: x + size + 6, y: y + 4, anchor: 'start' },
    } as const;
    const words: Mark = { kind: 'words', ...at[place.side], text, size: 10, tone: 'ink-2' };
    const bench: Mark = {
      ...{ kind: 'words', x, y: y + 4, anchor: 'middle', size: 11, bold: true, on: seat.fill },
      text: String(number.get(seat.delegation) ?? ''),
    };
    return [dot(seat, x, y, size), bench, ...(text === '' ? [] : [words])];
  });
  const list = benchList(benches, width, bottom + unit + 34);
  return {
    width,
    height: list.bottom,
    marks: [
      ...key.marks,
      {
        ...{ kind: 'box', x: left, y: top, width: plan.width * unit, height: plan.height * unit },
        ...{ fill: 'withheld', round: 14 },
      },
      ...drawn,
      ...list.marks,
    ],
  };
}
