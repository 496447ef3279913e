import { dateAfter, type AgendaBlock, type AgendaDay, type NewRecord } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { formWords } from '../form-words.ts';

/** A block that is to be added, on a day that is not there yet. */
export type PlannedBlock = Omit<NewRecord<'agendaBlock'>, 'day'>;

/** A day that is to be added, with its blocks in their order. */
export interface PlannedDay {
  readonly day: NewRecord<'agendaDay'> & Pick<AgendaDay, 'date' | 'start'>;
  readonly blocks: readonly PlannedBlock[];
}

/** Days as they are, once more; what is on a day keeps its order, its people and its fixed starts. */
export function daysAgain(
  days: readonly AgendaDay[],
  blocks: readonly AgendaBlock[],
  first: string,
): readonly PlannedDay[] {
  const [from] = days.map(({ date }) => date).sort();
  return days.map((day) => ({
    day: {
      ...without(day, 'id', 'order'),
      date: dateAfter(first, from === undefined ? 0 : daysBetween(from, day.date)),
    },
    blocks: blocks
      .filter((block) => block.day === day.id)
      .map((block) => without(block, 'id', 'order', 'day')),
  }));
}

/** A record without what a new one gets for itself. */
function without<T extends object, K extends keyof T>(
  record: T,
  ...keys: readonly K[]
): Omit<T, K> {
  const copy = { ...record };
  for (const key of keys) Reflect.deleteProperty(copy, key);
  return copy;
}

/** @param from `YYYY-MM-DD`, as is the other */
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);

/** Minutes of a planned day with its buffers, blocks that run side by side counted once. */
export function minutesOf(blocks: readonly PlannedBlock[]): number {
  let [all, beside] = [0, new Map<number, number>()];
  for (const { track = 0, duration = 0, buffer = 0 } of blocks) {
    if (track > 0) beside.set(track, (beside.get(track) ?? 0) + duration + buffer);
    else {
      all += Math.max(0, ...beside.values()) + duration + buffer;
      beside = new Map();
    }
  }
  return all + Math.max(0, ...beside.values());
}

type Form = NonNullable<PlannedBlock['form']>;

/** A block of a form, with a title. */
export const block = (
  form: Form,
  title: string,
  duration: number,
  more: Partial<PlannedBlock> = {},
): PlannedBlock => ({ form, title, duration, ...more });

export const pause = (duration = 15): PlannedBlock => block('break', formWords.break(), duration);
export const lunch = (duration = 75): PlannedBlock =>
  block('break', m.agenda_first_lunch(), duration);

/** Blocks of a form that run side by side, for some each: the team says who. */
export const sideBySide = (form: Form, duration: number, ...titles: readonly string[]) =>
  titles.map((title, at) => block(form, title, duration, { track: at + 1, everyone: false }));

/** For some, whom the team names. */
export const forSome = { everyone: false } as const;
