import type { Seeded } from '../seeded.ts';

/**
 * What some blocks cannot do without, and which delegation has it. The Fishers Council goes into the
 * second reading without figures that three others hold.
 */
export const informationNeeds: Seeded<'informationNeed'> = [
  {
    id: 'need-gauges',
    block: 'd1-wg1',
    what: 'Gauge readings 2019–2023, printed',
    states: {
      'upland-water-union': 'held',
      'delta-farmers-league': 'held',
      'ministry-of-water': 'held',
      'council-of-elders': 'held',
      'women-of-the-basin': 'partial',
    },
    supplier: 'Tomás, from the open archive',
    offeredToAll: 'yes',
  },
  {
    id: 'need-inflow',
    block: 'd2-second-reading',
    what: 'Inflow data of 2024',
    states: {
      'upland-water-union': 'held',
      'delta-farmers-league': 'held',
      'ministry-of-water': 'held',
      'council-of-elders': 'partial',
      'women-of-the-basin': 'unknown',
      'lake-fishers-council': 'missing',
    },
    supplier: 'Its hydrology office',
    supplierActor: 'ministry-of-water',
    offeredToAll: 'no',
  },
  {
    id: 'need-draft',
    block: 'd2-second-reading',
    what: 'Draft 1 in Arabic, with what changed marked',
    states: {
      'upland-water-union': 'held',
      'delta-farmers-league': 'held',
      'lake-fishers-council': 'held',
      'ministry-of-water': 'held',
      'council-of-elders': 'held',
      'women-of-the-basin': 'held',
    },
    supplier: 'Amira, by eight in the morning',
    offeredToAll: 'yes',
  },
  {
    id: 'need-home',
    block: 'd2-home',
    what: 'Who at home must be asked before anything is read out',
    states: { 'upland-water-union': 'held', 'ministry-of-water': 'partial' },
    supplier: 'Each delegation',
  },
];
