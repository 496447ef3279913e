import type { Seeded } from '../seeded.ts';

/** Others who would bring some of the same parties together (H §1). All of it is invented (P10). */
export const parallelInitiatives: Seeded<'parallelInitiative'> = [
  {
    id: 'commission-basin-plan',
    name: 'Basin plan consultations',
    convener: 'Basin States Commission',
    track: '1',
    parties: ['ministry-of-water', 'premiers-office', 'delta-farmers-league', 'upland-water-union'],
    from: '2025-05-12',
    standing: 'Four rounds held. The Union sends an observer and signs nothing.',
  },
  {
    id: 'gauge-hotline',
    name: 'Gauge hotline',
    convener: 'Retired officers of two neighbouring states',
    track: '1.5',
    parties: ['northern-command', 'ministry-of-water'],
    from: '2025-11-01',
    standing: 'Numbers of water levels only; the Command picks up, and says little.',
  },
  {
    id: 'harbour-masters-table',
    name: 'Harbour masters’ table',
    convener: 'Women of the Basin',
    track: '3',
    parties: ['lake-fishers-council', 'displaced-families-board', 'delta-farmers-league'],
    from: '2024-03-08',
    standing: 'Meets in each harbour in turn, and has outlived two larger attempts.',
  },
  {
    id: 'university-workshops',
    name: 'Problem-solving workshops',
    convener: 'A university abroad',
    track: '2',
    parties: ['delta-farmers-league', 'upland-water-union', 'ministry-of-water'],
    from: '2022-09-01',
    until: '2024-06-30',
    standing: 'Ended with its grant. Those who took part still quote its paper.',
  },
];
