import type { SeededEntry } from '../../../ledger/index.ts';
import { workingGroup1 } from '../agenda.ts';
import { participants } from '../participants.ts';
import { amira, nadia, tomas } from './team.ts';

const plenary = 'd1-lake';
const group = 'd1-wg1';

const expected = participants
  .filter(({ stage = 'longlisted' }) => stage === 'confirmed' || stage === 'attended')
  .map(({ id }) => id);
const absentFromPlenary = new Set(['f-03', 'm-05']);
const absentFromGroup = new Set(['d-03']);

/**
 * How long each spoke in working group 1, in minutes, as Tomás timed it. Five of twelve were women, and
 * theirs were 23 of 85 minutes; one of them was silent.
 */
const spoke: Readonly<Record<string, number>> = {
  'd-01': 17,
  'u-03': 14,
  'm-02': 12,
  'e-01': 11,
  'u-01': 9,
  'm-04': 8,
  'x-01': 7,
  'w-02': 4,
  'e-03': 3,
  'w-03': 0,
};

/** Who came to the first sessions, and who spoke how long in one of them. */
export const firstMorning: readonly SeededEntry[] = [
  ...expected.map((participant): SeededEntry => ({
    ...{ kind: 'attendance', id: `example-came-plenary-${participant}` },
    ...{ at: '2026-11-24T08:40Z', by: amira },
    fields: { block: plenary, participant, came: !absentFromPlenary.has(participant) },
  })),
  ...workingGroup1.map((participant): SeededEntry => ({
    ...{ kind: 'attendance', id: `example-came-group-${participant}` },
    ...{ at: '2026-11-24T10:10Z', by: tomas },
    fields: { block: group, participant, came: !absentFromGroup.has(participant) },
  })),
  ...Object.entries(spoke).map(([participant, minutes]): SeededEntry => ({
    ...{ kind: 'speaking-time', id: `example-spoke-${participant}` },
    ...{ at: '2026-11-24T11:35Z', by: nadia },
    fields: { block: group, participant, seconds: minutes * 60, source: 'timed' },
  })),
];
