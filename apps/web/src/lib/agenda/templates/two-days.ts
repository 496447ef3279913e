import { m } from '#lib/paraglide/messages.js';
import { block, lunch, pause, sideBySide, type PlannedBlock } from './planned.ts';

/**
 * Two days to begin from: listening first, then options without commitment, then what goes home.
 * Side-by-side groups and private sessions stand where most teams put them; all of it can be changed.
 */
export const twoDays = (): readonly (readonly PlannedBlock[])[] => [
  [
    block('plenary', m.agenda_first_arrival(), 30),
    block('plenary', m.agenda_first_views(), 90),
    pause(),
    ...sideBySide(
      'working-group',
      90,
      m.agenda_first_group({ number: 1 }),
      m.agenda_first_group({ number: 2 }),
    ),
    lunch(),
    block('single-text-review', m.agenda_first_reading(), 90),
    pause(),
    block('plenary', m.agenda_first_close(), 30),
  ],
  [
    block('plenary', m.agenda_first_reading_back(), 45),
    block('working-group', m.agenda_first_options(), 75),
    pause(),
    block('single-text-review', m.agenda_first_second_reading(), 75),
    lunch(),
    block('plenary', m.agenda_first_home(), 90),
  ],
];
