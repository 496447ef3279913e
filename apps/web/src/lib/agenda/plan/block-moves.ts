import { blockAfterDrop, type AgendaBlock, type BlockTimes, type DayTimes } from '@parley/model';
import { withMove, type AgendaMove } from './agenda-move.ts';
import { isParallel, unitsOf, unitWith, type DayUnit } from './day-units.ts';

/** An agenda as moves are reckoned from: all blocks in their order, and the times of all days. */
export interface Agenda {
  readonly blocks: readonly AgendaBlock[];
  readonly days: readonly DayTimes[];
}

export const mostTracks = 12;

/** Puts a block on a track of a day, at a minute of the day's scale. */
export function trackMove(
  agenda: Agenda,
  block: AgendaBlock,
  day: DayTimes,
  track: number,
  minute: number,
): AgendaMove {
  const { patch, successor } = blockAfterDrop(block, { day, track, minute });
  return tidied(agenda, {
    patches: new Map([[block.id, patch]]),
    place: { block: block.id, successor },
  });
}

/** Makes a block run at the same time as another one of the day, which was everybody's until now. */
export function besideMove(
  agenda: Agenda,
  block: AgendaBlock,
  other: BlockTimes,
  day: DayTimes,
): AgendaMove {
  const others = day.blocks.filter(({ block: id }) => id !== block.id);
  const { patch } = blockAfterDrop(block, { day, track: 2, minute: other.start });
  return tidied(agenda, {
    patches: new Map<string, Partial<AgendaBlock>>([
      [other.block, { track: 1 }],
      [block.id, patch],
    ]),
    place: {
      block: block.id,
      successor: others[others.indexOf(other) + 1]?.block ?? null,
    },
  });
}

/**
 * Moves a block past its neighbour: the one on its own track, or, at the end of blocks that run side
 * by side, out of them. A block with a fixed start is fixed to where it comes to stand.
 * @returns null at the end of the day
 */
export function moveInOrder(
  agenda: Agenda,
  block: AgendaBlock,
  direction: 'earlier' | 'later',
): AgendaMove | null {
  const day = dayOf(agenda, block.id);
  if (!day) return null;
  const units = unitsOf(day.blocks);
  const at = unitWith(units, block.id);
  if (!at) return null;
  if (isParallel(at.unit)) {
    const lane = at.unit.blocks.filter(({ track }) => track === block.track);
    const neighbour = next(
      lane,
      lane.findIndex((own) => own.block === block.id),
      direction,
    );
    if (neighbour) return pastMove(agenda, block, day, block.track, [neighbour], direction);
    if (at.unit.blocks.length > 1) {
      return pastMove(agenda, block, day, 0, at.unit.blocks, direction);
    }
  }
  const neighbour = next(units, at.index, direction);
  return neighbour ? pastMove(agenda, block, day, 0, neighbour.blocks, direction) : null;
}

/**
 * Moves a block to the day before or after, to the same time of day as near as it goes.
 * @returns null when there is no such day
 */
export function moveToDay(agenda: Agenda, block: AgendaBlock, step: 1 | -1): AgendaMove | null {
  const from = agenda.days.findIndex(({ day }) => day === block.day);
  const to = from === -1 ? undefined : agenda.days[from + step];
  const start = agenda.days[from]?.blocks.find((own) => own.block === block.id)?.start;
  if (!to || start === undefined) return null;
  return trackMove(agenda, block, to, 0, clearOfParallel(unitsOf(to.blocks), start));
}

/**
 * Moves a block one track on or back. The first step makes it run beside what comes before it, the
 * last step back makes it everybody's again.
 * @returns null when there is nothing to run beside, or no track further on
 */
export function moveToTrack(agenda: Agenda, block: AgendaBlock, step: 1 | -1): AgendaMove | null {
  const day = dayOf(agenda, block.id);
  const units = unitsOf(day?.blocks ?? []);
  const at = unitWith(units, block.id);
  if (!day || !at) return null;
  if (!isParallel(at.unit)) {
    const before = units[at.index - 1];
    const [alone] = before?.blocks ?? [];
    if (step === -1 || !before || !alone) return null;
    if (!isParallel(before)) return besideMove(agenda, block, alone, day);
    return ontoTrack(agenda, block, freeTrack(before));
  }
  const track = block.track + step;
  if (track === 0) return pastMove(agenda, block, day, 0, at.unit.blocks, 'later');
  const shares = at.unit.blocks.filter((own) => own.track === block.track).length > 1;
  const others = Math.max(0, ...at.unit.tracks.filter((other) => other !== block.track));
  if (track > mostTracks || (track > others + 1 && !shares)) return null;
  return ontoTrack(agenda, block, track);
}

/** Changes the track and leaves the order as it is. */
function ontoTrack(agenda: Agenda, block: AgendaBlock, track: number): AgendaMove {
  return tidied(agenda, { patches: new Map([[block.id, { track }]]), place: null }, block.id);
}

/** A minute at which a block of everybody does not part blocks that run side by side. */
export function clearOfParallel(units: readonly DayUnit[], minute: number): number {
  const inside = units.find((unit) => isParallel(unit) && unit.start < minute && minute < unit.end);
  if (!inside) return minute;
  return minute < (inside.start + inside.end) / 2 ? inside.start : inside.end;
}

/** The first track that a set of side-by-side blocks does not use. */
function freeTrack({ tracks }: DayUnit): number {
  let track = 1;
  while (tracks.includes(track) && track < mostTracks) track += 1;
  return track;
}

/** Puts a block directly in front of others or behind them. */
function pastMove(
  agenda: Agenda,
  block: AgendaBlock,
  day: DayTimes,
  track: number,
  others: readonly BlockTimes[],
  direction: 'earlier' | 'later',
): AgendaMove {
  const rest = others.filter((other) => other.block !== block.id);
  const start = Math.min(...rest.map((other) => other.start));
  const end = Math.max(...rest.map((other) => other.end));
  const minute = direction === 'earlier' ? start : Math.max(start, end - block.duration);
  const { patch } = blockAfterDrop(block, { day, track, minute });
  const ordered = day.blocks.filter((other) => other.block !== block.id);
  const at = ordered.findIndex(
    (other) => other === (direction === 'earlier' ? rest[0] : rest.at(-1)),
  );
  const successor = ordered[direction === 'earlier' ? at : at + 1];
  return tidied(agenda, {
    patches: new Map([[block.id, patch]]),
    place: { block: block.id, successor: successor?.block ?? null },
  });
}

/**
 * Where a block leaves others that ran beside it and one track remains, that one is everybody's
 * again: its times are the same, and what is put next to it later starts from a clean slate.
 */
export function tidied(
  agenda: Agenda,
  move: AgendaMove,
  moved = move.place?.block ?? '',
): AgendaMove {
  const left = agenda.days.map((day) => unitWith(unitsOf(day.blocks), moved)?.unit).find(Boolean);
  const behind = new Set(left && isParallel(left) ? left.blocks.map(({ block }) => block) : []);
  if (behind.size < 2) return move;
  const after = withMove(agenda.blocks, move).filter(({ day }) => day === homeOf(agenda, moved));
  const runs: AgendaBlock[][] = [[]];
  for (const block of after) {
    if (block.track === 0) runs.push([]);
    else runs.at(-1)?.push(block);
  }
  const patches = new Map(move.patches);
  for (const run of runs) {
    const oneTrack = new Set(run.map(({ track }) => track)).size === 1;
    if (!oneTrack || !run.some(({ id }) => behind.has(id))) continue;
    for (const { id } of run) patches.set(id, { ...patches.get(id), track: 0 });
  }
  return { ...move, patches };
}

const dayOf = (agenda: Agenda, block: string) =>
  agenda.days.find(({ blocks }) => blocks.some((own) => own.block === block));

const homeOf = (agenda: Agenda, block: string) => dayOf(agenda, block)?.day;

const next = <T>(list: readonly T[], at: number, direction: 'earlier' | 'later') =>
  list[direction === 'earlier' ? at - 1 : at + 1];
