import type { Participant, SeenDay, SeenSession } from '@parley/model';
import type { BarRow } from './composition.ts';
import { peopleByGroup, type Group } from './groups.ts';

/** Who is in a room: those who were to be, or those on record as having been. */
export type InRoom = 'expected' | 'came';

/** What is drawn of the sessions, by their days and their order. Of who came, those with anything on record. */
export const sessionsDrawn = (days: readonly SeenDay[], of: InRoom): readonly SeenSession[] =>
  days
    .flatMap(({ sessions }) => sessions)
    .filter((session) => of === 'expected' || session.isRecorded);

/**
 * How each session was made up; all of them first, each person once.
 * @param days see `sessionsByDay`
 */
export function trendRows(
  attribute: string,
  groups: readonly Group[],
  days: readonly SeenDay[],
  of: InRoom,
): readonly BarRow[] {
  const sessions = sessionsDrawn(days, of);
  const row = (id: string, people: readonly Participant[]): BarRow => {
    const byGroup = peopleByGroup(groups, attribute, people);
    const parts = groups.map((group) => {
      const ids = (byGroup.get(group.id) ?? []).map((person) => person.id);
      return { id: group.id, count: ids.length, people: ids };
    });
    return { id, parts, total: people.length };
  };
  const everybody = new Map(
    sessions.flatMap((session) => session[of]).map((person) => [person.id, person]),
  );
  return [
    row('all', [...everybody.values()]),
    ...sessions.map((session) => row(session.block, session[of])),
  ];
}

/** Groups of one value that some session is without while others are in it, with these sessions. */
export function zerosOf(
  groups: readonly Group[],
  [, ...sessions]: readonly BarRow[],
): readonly { readonly group: Group; readonly blocks: readonly (string | null)[] }[] {
  const isWithout = ({ parts, total }: BarRow, { id }: Group) =>
    total !== null && total > 0 && parts.some((part) => part.id === id && part.count === 0);
  return groups
    .filter(({ values }) => values.length === 1 && values[0] !== null)
    .map((group) => ({
      group,
      blocks: sessions.filter((row) => isWithout(row, group)).map(({ id }) => id),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}

/**
 * The same for people outside the team: nothing. Sessions share most of their people, so that two of them
 * tell of whoever is in one alone, however large both are.
 */
export const withheldTrend = (rows: readonly BarRow[]): readonly BarRow[] =>
  rows.map(({ id }) => ({ id, parts: [], total: null }));
