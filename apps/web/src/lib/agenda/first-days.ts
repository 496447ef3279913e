import type { NewRecord } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { formLooks } from './block-forms.ts';

type Planned = Pick<NewRecord<'agendaBlock'>, 'form' | 'title' | 'duration' | 'track' | 'everyone'>;

const rest = (title: string, duration: number): Planned => ({ form: 'break', title, duration });

/**
 * Two days to begin from: listening first, then options without commitment, then what goes home.
 * Side-by-side groups and private sessions stand where most teams put them; all of it can be changed.
 */
export function firstTwoDays(): readonly (readonly Planned[])[] {
  const pause = formLooks.break.label();
  const lunch = m.agenda_first_lunch();
  return [
    [
      { form: 'plenary', title: m.agenda_first_arrival(), duration: 30 },
      { form: 'plenary', title: m.agenda_first_views(), duration: 90 },
      rest(pause, 15),
      {
        form: 'working-group',
        title: m.agenda_first_group({ number: 1 }),
        duration: 90,
        track: 1,
        everyone: false,
      },
      {
        form: 'working-group',
        title: m.agenda_first_group({ number: 2 }),
        duration: 90,
        track: 2,
        everyone: false,
      },
      rest(lunch, 75),
      { form: 'single-text-review', title: m.agenda_first_reading(), duration: 90 },
      rest(pause, 15),
      { form: 'plenary', title: m.agenda_first_close(), duration: 30 },
    ],
    [
      { form: 'plenary', title: m.agenda_first_reading_back(), duration: 45 },
      { form: 'working-group', title: m.agenda_first_options(), duration: 75 },
      rest(pause, 15),
      { form: 'single-text-review', title: m.agenda_first_second_reading(), duration: 75 },
      rest(lunch, 75),
      { form: 'plenary', title: m.agenda_first_home(), duration: 90 },
    ],
  ];
}
