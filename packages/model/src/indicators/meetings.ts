import type { InclusionTarget, Participant } from '../records/index.ts';
import { matchOf } from './inclusion-attribute.ts';
import { figuresOf, type Figures } from './inclusion-figures.ts';
import { daysOfSessions, inAnyOf, sessionPeople, type Meetings } from './session-people.ts';

/** People in a room, or in all rooms of a day, held against a target. */
export interface RoomFigures extends Figures {
  /** Ids, sorted. */
  readonly people: readonly string[];
  /** Somebody is there, and nobody of those whom the target asks for is known. */
  readonly zero: boolean;
}

/** One session: who was to come, and who came. */
export interface SessionFigures {
  /** Id of the agenda block. */
  readonly block: string;
  /** Who is confirmed, and belongs in it. */
  readonly expected: RoomFigures;
  /** Who is on record as having been there, expected or not. */
  readonly came: RoomFigures;
  /** Ids of those expected who are on record as absent, sorted. */
  readonly absent: readonly string[];
  /** Ids of those expected of whom nothing is on record, sorted: not known, and not absent (P2). */
  readonly notRecorded: readonly string[];
}

/** A day, each person once; and its sessions, which no sum of the day hides (P6). */
export interface DayFigures {
  readonly day: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly expected: RoomFigures;
  readonly came: RoomFigures;
  readonly sessions: readonly SessionFigures[];
  /** Ids of the blocks where nobody of those asked for was, or, as far as none is on record, will be. */
  readonly zeros: readonly string[];
}

type Sought = Pick<InclusionTarget, 'comparison' | 'amount' | 'attribute' | 'values' | 'also'>;

/**
 * The days of the agenda by their dates, each with its sessions by their order: a target's trend over
 * meetings. Breaks are no sessions; a day without any is left out.
 */
export function meetings(target: Sought, meeting: Meetings): readonly DayFigures[] {
  const { participants, attendance } = meeting;
  const isZero = ({ came, expected }: SessionFigures) =>
    came.denominator > 0 ? came.zero : expected.zero;
  return daysOfSessions(meeting).map(({ day: { id, date }, sessions: blocks }) => {
    const rooms = blocks.map((block) =>
      sessionPeople(block, participants, attendance.get(block.id)),
    );
    const sessions = rooms.map((room): SessionFigures => {
      const { block, expected, came, absent, notRecorded } = room;
      const figures = { expected: roomFigures(target, expected), came: roomFigures(target, came) };
      return { block, ...figures, absent, notRecorded };
    });
    const all = (of: 'expected' | 'came') => roomFigures(target, inAnyOf(rooms, of, participants));
    return {
      day: id,
      date,
      expected: all('expected'),
      came: all('came'),
      sessions,
      zeros: sessions.filter(isZero).map(({ block }) => block),
    };
  });
}

function roomFigures(target: Sought, people: readonly Participant[]): RoomFigures {
  const matches = people.map((person) => matchOf(target, person));
  const figures = figuresOf(target, {
    count: matches.filter((match) => match === 'yes').length,
    unknowns: matches.filter((match) => match === 'unknown').length,
    denominator: people.length,
  });
  const { count, needed, denominator } = figures;
  return {
    ...figures,
    people: people.map(({ id }) => id).sort(),
    zero: target.comparison === 'at-least' && needed > 0 && denominator > 0 && count === 0,
  };
}
