import type { EntryFields, SeededEntry } from '../../../ledger/index.ts';
import { screeningCriteria } from '../screening-criteria.ts';
import { amira, nadia, tomas } from './team.ts';

const screening = 'example-screening';
const lock = 'example-criteria-locked';
const screeners = [amira, tomas] as const;

type Scores = readonly [
  availability: number | null,
  commitment: number | null,
  skills: number | null,
  trust: number | null,
];

/** What Amira and what Tomás said of each; null: looked at, and not known. */
const scores: Readonly<Record<string, readonly [amira: Scores, tomas: Scores]>> = {
  'w-01': [
    [2, 4, 4, 3],
    [1, 4, 3, 3],
  ],
  'f-01': [
    [1, 4, 3, 4],
    [3, 3, 3, null],
  ],
  // They were furthest apart on him, and talked about it.
  'd-02': [
    [4, 1, 1, 3],
    [4, 3, 3, 3],
  ],
  'e-03': [
    [4, 3, 4, 4],
    [4, 4, 4, 4],
  ],
  'm-04': [
    [4, 2, 2, null],
    [4, 2, 3, null],
  ],
};

const notes: Readonly<Record<string, string>> = {
  'd-02/criterion-commitment': 'Left the water board’s meeting in June before the vote.',
  'w-01/criterion-availability':
    'Needs a companion and care for two children; neither is paid for yet.',
};

/** From the day on which the criteria were agreed to the day on which they were opened again. */
export const screeningOfAugust: readonly SeededEntry[] = [
  {
    ...{ kind: 'criteria-locked', id: lock, at: '2026-08-15T10:00Z', by: nadia },
    fields: {
      criteria: screeningCriteria.map(({ id, label = '', description = '', scale }) => ({
        ...{ id, label, description },
        ...(scale !== undefined && { scale }),
      })),
    },
  },
  {
    ...{ kind: 'screening-opened', id: screening, at: '2026-08-17T08:00Z', by: nadia },
    fields: {
      title: 'Those who were put forward by August',
      lock,
      participants: Object.keys(scores),
      screeners: screeners.map(({ person }) => person),
      named: true,
    },
  },
  ...Object.entries(scores).flatMap(([participant, both]) =>
    both.flatMap((given, who) =>
      given.map((score, at) => scoreEntry({ participant, score, at, who })),
    ),
  ),
  {
    ...{
      kind: 'screening-revealed',
      id: 'example-screening-revealed',
      at: '2026-08-24T08:30Z',
      by: nadia,
    },
    fields: { screening, scored: 2, finished: 2 },
  },
  {
    ...{ kind: 'screening-note', id: 'example-screening-note', at: '2026-08-24T09:10Z', by: tomas },
    fields: {
      screening,
      participant: 'd-02',
      text: 'Amira saw him walk out, Tomás saw him stay through the night talks in spring. Both happened. Asked him what would make him stay: that the consultants speak last.',
    },
  },
  {
    ...{
      kind: 'criteria-unlocked',
      id: 'example-criteria-unlocked',
      at: '2026-09-01T09:00Z',
      by: nadia,
    },
    fields: {
      lock,
      reason:
        '“Availability” held against those whose travel we do not pay for. To be worded anew before anybody else is looked at.',
    },
  },
];

function scoreEntry({ participant, score, at, who }: ScoreOf): SeededEntry {
  const criterion = screeningCriteria[at]?.id ?? '';
  const fields: EntryFields<'screening-score'> = {
    ...{ screening, participant, criterion, score, voice: null },
    note: who === 0 ? (notes[`${participant}/${criterion}`] ?? '') : '',
  };
  return {
    kind: 'screening-score',
    id: `example-score-${participant}-${at}-${who}`,
    at: '2026-08-24T08:30Z',
    by: screeners[who] ?? amira,
    fields,
  };
}

interface ScoreOf {
  readonly participant: string;
  readonly score: number | null;
  /** Of the criterion, in their order. */
  readonly at: number;
  /** Of the screener, in their order. */
  readonly who: number;
}
