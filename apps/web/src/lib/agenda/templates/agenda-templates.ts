import { dateAfter } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import {
  block,
  forSome,
  lunch,
  pause,
  sideBySide,
  type PlannedBlock,
  type PlannedDay,
} from './planned.ts';
import { twoDays } from './two-days.ts';

/** A shape of meeting that others have found to work: what one begins from, all of which can be changed. */
export interface AgendaTemplate {
  readonly id: string;
  readonly name: () => string;
  /** What it is for, in a sentence. */
  readonly text: () => string;
  /** How many days or sessions it may have, and how many it usually has. */
  readonly days: { readonly least: number; readonly most: number; readonly usually: number };
  /** Days from one to the next. */
  readonly apart: number;
  /** Where its days begin, on the clocks of the process. */
  readonly start: string;
  /** The blocks of each of so many days. */
  readonly blocks: (days: number) => readonly (readonly PlannedBlock[])[];
}

const exactly = (days: number) => ({ least: days, most: days, usually: days });

/**
 * The phases of an interactive problem-solving workshop, in their order: how each sees it, needs and
 * fears, shapes of a solution, what stands in the way, what goes home (after Burton; Kelman).
 */
const workshopDays = {
  seeing: () => [
    block('plenary', m.agenda_first_arrival(), 45),
    block('plenary', m.agenda_tpl_third_party(), 30),
    pause(),
    block('plenary', m.agenda_first_views(), 105),
    lunch(),
    block('caucus', m.agenda_tpl_what_heard(), 45, forSome),
    block('plenary', m.agenda_tpl_questions(), 75),
    block('plenary', m.agenda_first_close(), 20),
  ],
  needs: () => [
    block('plenary', m.agenda_first_reading_back(), 30),
    block('plenary', m.agenda_tpl_needs_first(), 75),
    pause(),
    block('plenary', m.agenda_tpl_needs_second(), 75),
    lunch(),
    block('working-group', m.agenda_tpl_needs_both(), 90),
    block('plenary', m.agenda_first_close(), 20),
  ],
  shapes: () => [
    block('plenary', m.agenda_first_reading_back(), 30),
    block('working-group', m.agenda_first_options(), 90),
    pause(),
    ...sideBySide(
      'working-group',
      75,
      m.agenda_first_group({ number: 1 }),
      m.agenda_first_group({ number: 2 }),
    ),
    lunch(),
    block('plenary', m.agenda_tpl_meets_needs(), 90),
    block('plenary', m.agenda_first_close(), 20),
  ],
  constraints: () => [
    block('plenary', m.agenda_first_reading_back(), 30),
    block('plenary', m.agenda_tpl_constraints(), 90),
    pause(),
    block('working-group', m.agenda_tpl_reassurance(), 90),
    lunch(),
    block('caucus', m.agenda_tpl_what_sayable(), 45, forSome),
    block('plenary', m.agenda_first_close(), 20),
  ],
  home: () => [
    block('plenary', m.agenda_first_reading_back(), 30),
    block('plenary', m.agenda_first_home(), 90),
    pause(),
    block('plenary', m.agenda_tpl_next_steps(), 60),
    lunch(),
    block('plenary', m.agenda_first_close(), 45),
  ],
} as const satisfies Readonly<Record<string, () => readonly PlannedBlock[]>>;

function workshop(days: number): readonly (readonly PlannedBlock[])[] {
  const { seeing, needs, shapes, constraints, home } = workshopDays;
  const between = [needs, shapes, constraints];
  // With fewer days what stands in the way is talked about beside the shapes, and last goes first.
  const middle = days <= 3 ? [shapes] : between.slice(0, days - 2);
  return [seeing, ...middle, home].map((blocks) => blocks());
}

/** Criticised by all, defended by nobody, redrafted by the team alone (after Fisher). */
const oneText = (): readonly (readonly PlannedBlock[])[] => [
  [
    block('plenary', m.agenda_first_arrival(), 30),
    block('plenary', m.agenda_tpl_one_text_rules(), 45),
    pause(),
    ...sideBySide('caucus', 60, m.agenda_tpl_interests_first(), m.agenda_tpl_interests_second()),
    lunch(),
    block('preparation', m.agenda_tpl_draft(), 60, forSome),
    block('single-text-review', m.agenda_first_reading(), 90),
    block('plenary', m.agenda_first_close(), 15),
  ],
  [
    block('preparation', m.agenda_tpl_redraft(), 45, forSome),
    block('single-text-review', m.agenda_first_second_reading(), 90),
    pause(),
    block('preparation', m.agenda_tpl_redraft(), 45, forSome),
    lunch(),
    block('single-text-review', m.agenda_tpl_last_reading(), 75),
    block('plenary', m.agenda_first_home(), 60),
  ],
];

/** As many rounds for one as for the other, and the order turned over in the second half. */
const shuttle = (): readonly (readonly PlannedBlock[])[] => [
  [
    block('preparation', m.agenda_tpl_team_order(), 30, forSome),
    block('shuttle', m.agenda_tpl_with_first({ round: 1 }), 45, forSome),
    block('shuttle', m.agenda_tpl_with_second({ round: 1 }), 45, forSome),
    pause(),
    block('preparation', m.agenda_tpl_what_may_be_carried(), 30, forSome),
    block('shuttle', m.agenda_tpl_with_second({ round: 2 }), 45, forSome),
    block('shuttle', m.agenda_tpl_with_first({ round: 2 }), 45, forSome),
    lunch(),
    block('preparation', m.agenda_tpl_what_may_be_carried(), 30, forSome),
    block('shuttle', m.agenda_tpl_with_first({ round: 3 }), 45, forSome),
    block('shuttle', m.agenda_tpl_with_second({ round: 3 }), 45, forSome),
    block('plenary', m.agenda_tpl_together(), 30),
  ],
];

/** Two hours before screens: half of it in small rooms, and a break before the first hour is over. */
const online = (): readonly PlannedBlock[] => [
  block('plenary', m.agenda_tpl_check_in(), 15),
  block('plenary', m.agenda_tpl_round(), 30),
  pause(10),
  ...sideBySide(
    'working-group',
    35,
    m.agenda_first_group({ number: 1 }),
    m.agenda_first_group({ number: 2 }),
  ),
  block('plenary', m.agenda_tpl_back_together(), 20),
  block('plenary', m.agenda_tpl_check_out(), 10),
];

export const agendaTemplates: readonly AgendaTemplate[] = [
  {
    ...{ id: 'two-days', name: m.agenda_tpl_two_days, text: m.agenda_tpl_two_days_text },
    ...{ days: exactly(2), apart: 1, start: '09:00', blocks: twoDays },
  },
  {
    ...{ id: 'workshop', name: m.agenda_tpl_workshop, text: m.agenda_tpl_workshop_text },
    ...{ days: { least: 3, most: 5, usually: 4 }, apart: 1, start: '09:00', blocks: workshop },
  },
  {
    ...{ id: 'one-text', name: m.agenda_tpl_one_text, text: m.agenda_tpl_one_text_text },
    ...{ days: exactly(2), apart: 1, start: '09:00', blocks: oneText },
  },
  {
    ...{ id: 'shuttle', name: m.agenda_tpl_shuttle, text: m.agenda_tpl_shuttle_text },
    ...{ days: exactly(1), apart: 1, start: '09:00', blocks: shuttle },
  },
  {
    ...{ id: 'online', name: m.agenda_tpl_online, text: m.agenda_tpl_online_text },
    ...{ days: exactly(1), apart: 1, start: '14:00', blocks: () => [online()] },
  },
  {
    ...{ id: 'weekly', name: m.agenda_tpl_weekly, text: m.agenda_tpl_weekly_text },
    ...{ days: { least: 2, most: 12, usually: 6 }, apart: 7, start: '14:00' },
    blocks: (days) => Array.from({ length: days }, online),
  },
];

/** The days of a template from a date on. */
export function daysFrom(
  { blocks, apart, start, id }: AgendaTemplate,
  days: number,
  first: string,
): readonly PlannedDay[] {
  return blocks(days).map((planned, at) => ({
    day: {
      ...{ date: dateAfter(first, at * apart), start, end: null },
      title: id === 'weekly' ? m.agenda_tpl_session({ number: at + 1 }) : '',
    },
    blocks: planned,
  }));
}
