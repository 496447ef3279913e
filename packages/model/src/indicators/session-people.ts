import { byOrder } from '../order-key.ts';
import type { AgendaBlock, AgendaDay, Participant } from '../records/index.ts';
import { isCounted, participantsInBlock } from './inclusion-counting.ts';

/** The agenda of a process with its people, and what is on record of who came. */
export interface Meetings {
  readonly participants: readonly Participant[];
  readonly blocks: readonly AgendaBlock[];
  readonly days: readonly AgendaDay[];
  /** Agenda block → participant → whether they came. */
  readonly attendance: ReadonlyMap<string, ReadonlyMap<string, boolean>>;
}

/** Who was to be in a session, and who was. */
export interface SessionPeople {
  /** Id of the agenda block. */
  readonly block: string;
  /** Who is confirmed, and belongs in it. */
  readonly expected: readonly Participant[];
  /** Who belongs in it and is invited, and has not confirmed. */
  readonly open: readonly Participant[];
  /** Who is on record as having been there, expected or not. */
  readonly came: readonly Participant[];
  /** Ids of those expected who are on record as absent, sorted. */
  readonly absent: readonly string[];
  /** Ids of those expected of whom nothing is on record, sorted: not known, and not absent (P2). */
  readonly notRecorded: readonly string[];
}

/** @param recorded participant → whether they came */
export function sessionPeople(
  block: AgendaBlock,
  participants: readonly Participant[],
  recorded: ReadonlyMap<string, boolean> = new Map(),
): SessionPeople {
  const belong = participantsInBlock(block, participants);
  const expected = belong.filter((person) => isCounted(person, 'confirmed'));
  const idsWhere = (came: boolean | undefined) =>
    expected
      .filter(({ id }) => recorded.get(id) === came)
      .map(({ id }) => id)
      .sort();
  return {
    block: block.id,
    expected,
    open: belong.filter(
      (person) => isCounted(person, 'invited') && !isCounted(person, 'confirmed'),
    ),
    came: participants.filter(({ id }) => recorded.get(id) === true),
    absent: idsWhere(false),
    notRecorded: idsWhere(undefined),
  };
}

/** Days by their dates, each with its sessions by their order. Breaks are no sessions; a day without any is left out. */
export function daysOfSessions({ blocks, days }: Pick<Meetings, 'blocks' | 'days'>): readonly {
  readonly day: AgendaDay;
  readonly sessions: readonly AgendaBlock[];
}[] {
  const byDay = Map.groupBy(
    [...blocks].sort(byOrder).filter(({ form }) => form !== 'break'),
    ({ day }) => day,
  );
  return [...days]
    .sort((a, b) => (a.date === b.date ? byOrder(a, b) : a.date < b.date ? -1 : 1))
    .flatMap((day) => {
      const sessions = byDay.get(day.id) ?? [];
      return sessions.length === 0 ? [] : [{ day, sessions }];
    });
}

/** Everybody who is in one of these sessions, each once, as the list has them. */
export function inAnyOf(
  sessions: readonly SessionPeople[],
  of: 'expected' | 'came',
  participants: readonly Participant[],
): readonly Participant[] {
  const there = new Set(sessions.flatMap((session) => session[of].map(({ id }) => id)));
  return participants.filter(({ id }) => there.has(id));
}
