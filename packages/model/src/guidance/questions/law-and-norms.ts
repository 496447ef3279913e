import { isCounted } from '../../indicators/inclusion-counting.ts';
import type { Participant } from '../../records/index.ts';
import type { Known } from '../known.ts';
import { asked, listed, subject, type Found } from '../question.ts';

/** Rules without which it is asked how the talks are protected. */
const wanted = ['non-attribution', 'attire-and-arms', 'media'] as const;

/** People who are invited, confirmed or there, of whom something is not said in a field that is in use. */
function peopleWithout(
  field: 'consents' | 'riskLevel',
  isSaid: (person: Participant) => boolean,
  { list, settings }: Known,
): readonly Found[] {
  if (!settings.participantFields.includes(field)) return [];
  const people = list('participant').filter((person) => isCounted(person, 'invited'));
  const count = people.filter((person) => !isSaid(person)).length;
  return count === 0 ? [] : [{ count, of: people.length }];
}

export const lawAndNorms = [
  asked('no-rule', ({ list }) => {
    if (list('participant').length === 0) return [];
    const there = new Set(list('groundRule').map(({ preset }) => preset));
    return wanted
      .filter((preset) => !there.has(preset))
      .map((preset) => ({ about: [subject('preset', preset)], count: list('groundRule').length }));
  }),
  asked('consents-unsaid', (known) =>
    peopleWithout('consents', ({ consents }) => consents.length > 0, known),
  ),
  asked('risk-unsaid', (known) =>
    peopleWithout('riskLevel', ({ riskLevel }) => riskLevel !== null, known),
  ),
  /** Minutes say who said what; the rule says that nobody may. */
  asked('minutes-and-rule', ({ list }) => {
    if (!list('groundRule').some(({ preset }) => preset === 'non-attribution')) return [];
    const blocks = list('agendaBlock').filter(({ recordKeeping }) => recordKeeping === 'minutes');
    return listed(
      'agendaBlock',
      blocks.map(({ id }) => id),
    );
  }),
] as const;
