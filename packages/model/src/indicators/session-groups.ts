import type { AgendaDay, Participant } from '../records/index.ts';
import { attributeValue, matchOf, type Wanted } from './inclusion-attribute.ts';
import {
  daysOfSessions,
  inAnyOf,
  sessionPeople,
  type Meetings,
  type SessionPeople,
} from './session-people.ts';

/** People who are looked for in every session. */
export interface SoughtGroup {
  readonly id: string;
  readonly wanted: Wanted;
}

/** People that are looked for, of whom nobody is known to be in a room that others are in. */
export interface SessionZero {
  readonly group: string;
  /** What it is found in: who came, as soon as somebody is on record as there; who is expected until then. */
  readonly of: 'expected' | 'came';
  /** People in the room of whom it is not known whether they are of the group. */
  readonly unknowns: number;
  /** People of the group who are expected, and of whom it is not on record yet whether they came. */
  readonly awaited: number;
}

export interface SeenSession extends SessionPeople {
  readonly zeros: readonly SessionZero[];
  /** Whether anything at all is on record of who came. */
  readonly isRecorded: boolean;
}

export interface SeenDay {
  readonly day: AgendaDay;
  /** Everybody of the day, each once. */
  readonly expected: readonly Participant[];
  readonly came: readonly Participant[];
  readonly sessions: readonly SeenSession[];
  /** Each group that some session is without, with these sessions, whatever the day has in all (P6). */
  readonly zeros: readonly { readonly group: string; readonly blocks: readonly string[] }[];
}

/** A group for every value that somebody on the list has, at whatever stage: also those who declined are missed. */
export function groupsByValue(
  attribute: string,
  participants: readonly Participant[],
): readonly SoughtGroup[] {
  const values = new Set(participants.flatMap((one) => attributeValue(one, attribute) ?? []));
  return [...values].sort().map((value) => ({
    id: `${attribute}=${value}`,
    wanted: { attribute, values: [value] },
  }));
}

/** The days of the agenda with who is expected and who came, and with every group that a session is without. */
export function sessionsByDay(
  groups: readonly SoughtGroup[],
  meetings: Meetings,
): readonly SeenDay[] {
  const { participants, attendance } = meetings;
  return daysOfSessions(meetings).map(({ day, sessions: blocks }) => {
    const sessions = blocks.map((block): SeenSession => {
      const recorded = attendance.get(block.id);
      const people = sessionPeople(block, participants, recorded);
      const isRecorded = recorded !== undefined && recorded.size > 0;
      return { ...people, isRecorded, zeros: zerosIn(people, groups) };
    });
    return {
      day,
      expected: inAnyOf(sessions, 'expected', participants),
      came: inAnyOf(sessions, 'came', participants),
      sessions,
      zeros: groups.flatMap(({ id }) => {
        const without = sessions.filter(({ zeros }) => zeros.some(({ group }) => group === id));
        return without.length === 0
          ? []
          : [{ group: id, blocks: without.map(({ block }) => block) }];
      }),
    };
  });
}

function zerosIn(
  { expected, came, notRecorded }: SessionPeople,
  groups: readonly SoughtGroup[],
): readonly SessionZero[] {
  const of = came.length > 0 ? 'came' : 'expected';
  const room = of === 'came' ? came : expected;
  if (room.length === 0) return [];
  const open = new Set(notRecorded);
  return groups.flatMap(({ id, wanted }): SessionZero[] => {
    const matches = room.map((person) => matchOf(wanted, person));
    if (matches.includes('yes')) return [];
    const awaited = expected.filter(
      (person) => open.has(person.id) && matchOf(wanted, person) === 'yes',
    );
    return [
      {
        ...{ group: id, of, awaited: awaited.length },
        unknowns: matches.filter((match) => match === 'unknown').length,
      },
    ];
  });
}
