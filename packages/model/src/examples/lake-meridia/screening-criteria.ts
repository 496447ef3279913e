import type { Seeded } from '../seeded.ts';

/** By what the team means to look at those who were put forward; not agreed on yet. */
export const screeningCriteria: Seeded<'screeningCriterion'> = [
  {
    id: 'criterion-availability',
    label: 'Availability',
    description: 'Both days, from the first word to the last, and a way home in the dry season.',
  },
  {
    id: 'criterion-commitment',
    label: 'Commitment',
    description: 'Would come again after a bad day, and says so at home.',
  },
  {
    id: 'criterion-interpersonal-skills',
    label: 'Interpersonal skills',
    description: 'Hears the other side out. Was seen to do so, not only said to.',
    scale: '0 talks over others, 2 waits for the turn, 4 says back what was heard',
  },
  {
    id: 'criterion-trustworthiness',
    label: 'Trustworthiness',
    description: 'What was said in confidence stayed there, as far as two of us know.',
  },
];
