import type { Seeded } from '../seeded.ts';

/** Who pays for the talks: one from outside for most of it, a city, and a party, which not all know of (P10). */
export const fundings: Seeded<'funding'> = [
  {
    id: 'funding-northlight',
    payer: 'Northlight Foundation',
    payerActor: 'northlight-foundation',
    isParty: 'no',
    covers: 'The team, travel, interpreters',
    amount: 'most',
    conditions: 'Thirty per cent women among those confirmed. None of its staff attends.',
    reportsTo: 'Its programme officer, each quarter',
    detail: 'topics',
    confidential: 'Who took part, and who said what.',
    disclosed: {
      'upland-water-union': 'told',
      'delta-farmers-league': 'told',
      'lake-fishers-council': 'told',
      'ministry-of-water': 'told',
      'council-of-elders': 'told',
      'women-of-the-basin': 'told',
    },
  },
  {
    id: 'funding-city',
    payer: 'The city that lends the hall',
    isParty: 'no',
    covers: 'Hall and two side rooms',
    amount: 'in-kind',
    reportsTo: 'Its protocol office, once',
    detail: 'names',
    confidential: 'What is talked about.',
    disclosed: {
      'upland-water-union': 'told',
      'delta-farmers-league': 'told',
      'lake-fishers-council': 'partly',
      'ministry-of-water': 'told',
      'council-of-elders': 'told',
    },
  },
  {
    id: 'funding-ministry',
    payer: 'Ministry of Water',
    payerActor: 'ministry-of-water',
    isParty: 'yes',
    covers: 'The bus from the basin to the airport, for all',
    amount: 'little',
    conditions: 'Its driver is told who rides.',
    disclosed: {
      'upland-water-union': 'told',
      'delta-farmers-league': 'not-told',
      'council-of-elders': 'told',
    },
  },
];
