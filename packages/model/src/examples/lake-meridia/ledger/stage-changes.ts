import type { EntryFields, SeededEntry } from '../../../ledger/index.ts';
import type { Stage } from '../../../records/index.ts';
import type { Seeded } from '../../seeded.ts';
import { participants } from '../participants.ts';
import { amira, nadia } from './team.ts';

type Person = Seeded<'participant'>[number];
type Said = Partial<Omit<EntryFields<'stage-change'>, 'participant' | 'from' | 'to'>>;
interface Step extends Said {
  readonly to: Stage;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

const screened: Step = { to: 'screened', day: '2026-08-24' };
const nominated: Step = { to: 'nominated', day: '2026-09-07' };
const invited: Step = { to: 'invited', day: '2026-09-21' };
const confirmed: Step = { to: 'confirmed', day: '2026-10-05' };
const attended: Step = { to: 'attended', day: '2026-10-20' };

/** How everybody came to the stage that they are at; whoever is longlisted has not moved yet. */
const ways: Readonly<Record<Stage, readonly Step[]>> = {
  longlisted: [],
  screened: [screened],
  nominated: [screened, nominated],
  invited: [screened, nominated, invited],
  confirmed: [screened, nominated, invited, confirmed],
  attended: [screened, nominated, invited, confirmed, attended],
  declined: [screened, nominated, invited],
  withdrawn: [screened, nominated, invited, confirmed],
  excluded: [screened, nominated],
};

/** How some went another way than most: beside the steps of their stage, or in their place. */
const own: Readonly<Record<string, readonly Step[]>> = {
  'd-02': [
    ...ways.declined,
    {
      to: 'declined',
      day: '2026-10-08',
      reason: 'Will not sit with the company’s consultants. Offered a written contribution.',
      barriers: ['mistrust', 'travel'],
    },
  ],
  'm-03': [
    ...ways.withdrawn,
    {
      to: 'withdrawn',
      day: '2026-10-15',
      reason: 'The Ministry took him back after the interview on Radio Meridia.',
      barriers: ['not-authorised', 'pressure'],
      replacedBy: 'm-05',
    },
  ],
  // Came in the place of somebody else, three weeks before.
  'm-05': [
    { to: 'invited', day: '2026-10-15' },
    { to: 'confirmed', day: '2026-10-19' },
  ],
  'n-01': [
    ...ways.excluded,
    {
      to: 'excluded',
      day: '2026-09-14',
      reason:
        'No uniforms in the room was agreed with all parties before any name was put forward.',
      exclusion: {
        takes: 'The Command hears what is said about its posts from others, and later.',
        offers: 'A briefing after each day, the same for all parties, and questions in writing.',
      },
    },
  ],
};

/** Entries of one day follow one another by the second: everybody who moved, in the order of the list. */
export const stageChanges: readonly SeededEntry[] = participants
  .flatMap((person, place) =>
    stepsOf(person).map(({ step: { to, day, ...said }, from }) => ({
      person,
      place,
      from,
      to,
      day,
      said,
    })),
  )
  .toSorted((one, other) => one.day.localeCompare(other.day) || one.place - other.place)
  .map(({ person, place, from, to, day, said }) => ({
    kind: 'stage-change',
    id: `example-stage-${person.id}-${to}`,
    at: `${day}T09:00:${String(place).padStart(2, '0')}Z`,
    by: to === 'screened' ? amira : nadia,
    fields: { participant: person.id, from, to, on: day, reason: '', exclusion: null, ...said },
  }));

function stepsOf({ id, stage = 'longlisted' }: Person) {
  const steps = own[id] ?? ways[stage];
  return steps.map((step, index) => ({ step, from: steps[index - 1]?.to ?? 'longlisted' }));
}
