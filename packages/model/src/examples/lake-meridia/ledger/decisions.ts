import type { Author, Cost, EntryFields, SeededEntry } from '../../../ledger/index.ts';
import { amira, nadia, tomas } from './team.ts';

const union = 'upland-water-union';
const league = 'delta-farmers-league';
const fishers = 'lake-fishers-council';
const ministry = 'ministry-of-water';
const elders = 'council-of-elders';
const women = 'women-of-the-basin';

const costWith = (party: string, cost: Cost, why = '') => ({ party, cost, why });

type Said = Omit<EntryFields<'decision'>, 'decidedBy'>;

const decided = (id: string, by: Author, fields: Said): SeededEntry => ({
  ...{ kind: 'decision', id, at: `${fields.date}T16:00Z`, by },
  fields: { ...fields, decidedBy: 'The three of us' },
});

const observed = (
  decision: string,
  party: string,
  by: Author,
  on: string,
  cost: Cost,
  evidence: string,
): SeededEntry => ({
  ...{ kind: 'decision-observed', id: `${decision}-${party}-${on}`, at: `${on}T17:00Z`, by },
  fields: { decision, party, cost, evidence, on },
});

const geneva = 'example-decided-geneva';
const militia = 'example-decided-militia';
const company = 'example-decided-company';
const moved = 'example-decided-moved';
const caucuses = 'example-decided-caucuses';

/**
 * What the team decided about its own process, and what that cost with whom. Each has its principle; the
 * Farmers' League paid for four in a row and, it seems, for the fifth: the log is to say so.
 */
export const decisions: readonly SeededEntry[] = [
  decided(geneva, nadia, {
    type: 'location',
    what: 'We meet in Geneva, not in the basin',
    principle: 'Nobody passes through a checkpoint of another party to come.',
    alternatives: 'The shrine on the island; the capital; a ferry at anchor.',
    consulted: 'All six delegations by telephone, the Elders in person.',
    date: '2026-08-31',
    purpose: { stated: true, how: 'In the letter that asked for names.' },
    costOfNotActing: 'Those who live under the Guard would not have come.',
    costs: [
      costWith(union, 1, 'They had asked for a place outside.'),
      costWith(league, -1, 'Four days away while the rice is brought in.'),
      costWith(fishers, -1, 'No boats for a week.'),
      costWith(ministry, 0),
      costWith(elders, null, 'They did not say.'),
    ],
    touches: [{ type: 'room', id: 'room-plenary' }],
  }),
  observed(geneva, union, tomas, '2026-09-14', 1, 'Named five people within the week.'),
  observed(geneva, league, nadia, '2026-09-16', -1, '“Your lake, your calendar”, on the phone.'),
  observed(geneva, fishers, amira, '2026-09-18', 0, 'The season closed early; nobody spoke of it.'),
  observed(geneva, ministry, nadia, '2026-09-25', -1, 'A note: travel abroad needs three stamps.'),

  decided(militia, nadia, {
    type: 'exclude',
    what: 'No seat for the Reed Bank Militia; two shuttle visits instead',
    principle: 'Nobody sits at the table who has fired at somebody there this year.',
    alternatives: 'A seat for a relative; an observer without a voice.',
    consulted: 'Each delegation alone; the Displaced Families’ Board.',
    date: '2026-09-07',
    purpose: { stated: true, how: 'To each delegation alone, in the same words.' },
    costOfNotActing: 'The Union and the Women would have stayed away.',
    costs: [
      costWith(union, 2, 'Their condition since March.'),
      costWith(league, -1, 'Sons of the League are with them.'),
      costWith(fishers, 1),
      costWith(women, 1),
    ],
    touches: [{ type: 'actor', id: 'reed-bank-militia' }],
  }),
  observed(
    militia,
    union,
    tomas,
    '2026-09-21',
    1,
    'Thanked us, and asked what the visits are for.',
  ),
  observed(militia, league, amira, '2026-09-22', -2, 'The board met for a night about leaving.'),
  observed(militia, women, amira, '2026-09-24', 1, 'Came to us with the list of families.'),

  decided(company, tomas, {
    type: 'observer',
    what: 'The company’s consultant sits in as an expert and answers when asked',
    principle: 'What is measured upstream is known to all or to nobody.',
    alternatives: 'Questions in writing; a hydrologist from abroad.',
    consulted: 'The Ministry and the Union. The League heard of it afterwards.',
    date: '2026-09-28',
    purpose: { stated: false, how: 'We took it for a technical matter.' },
    costOfNotActing: 'Four days of argument about whose figures these are.',
    costs: [
      costWith(union, 0),
      costWith(league, -1, 'They are in court with the company.'),
      costWith(ministry, 1, 'They had proposed it.'),
    ],
    touches: [
      { type: 'participant', id: 'x-01' },
      { type: 'actor', id: 'hydro-meridia' },
    ],
  }),
  observed(
    company,
    league,
    nadia,
    '2026-10-08',
    -2,
    'Delegate D-02 declined and named the reason.',
  ),
  observed(company, union, tomas, '2026-10-12', 0, 'Asked for the readings, said nothing else.'),

  decided(moved, nadia, {
    type: 'reschedule',
    what: 'The preparatory meeting moves from 12 to 20 October',
    principle: 'We do not meet about somebody’s water while they cannot be there.',
    alternatives: 'To meet as planned with four; to meet twice; to send the others a summary.',
    consulted: 'The two that could not come, then the four that could, each on the same day.',
    date: '2026-10-09',
    purpose: { stated: true, how: 'A call to every delegation, then the same letter to all.' },
    costOfNotActing: 'A first page written by those who agree anyway.',
    costs: [
      costWith(union, -1, 'Their people were on the bus.'),
      costWith(league, -1, 'They wanted to go ahead.'),
      costWith(ministry, -1, 'The deputy minister had cleared the day.'),
      costWith(fishers, 1),
      costWith(women, 1),
    ],
    absent: [
      costWith(fishers, -2, 'A storm had shut the harbours; they would not have come again.'),
      costWith(women, -2, 'Left out of the first page once before, in 2023.'),
    ],
  }),
  observed(moved, union, tomas, '2026-10-20', 0, 'Joked about the bus; all five were there.'),
  observed(moved, league, nadia, '2026-10-20', -1, 'Sent one person where three had been named.'),
  observed(moved, fishers, amira, '2026-10-21', 2, '“You waited”, said before the whole room.'),
  observed(moved, ministry, nadia, '2026-10-22', null, ''),

  decided(caucuses, amira, {
    type: 'caucus',
    what: 'Upstream has 45 minutes before the first reading, downstream 30',
    principle: 'Time goes by how many languages and people are in the room.',
    alternatives: 'Equal minutes; downstream first.',
    consulted: 'Nobody outside the team.',
    date: '2026-11-16',
    costOfNotActing: 'The reading would begin before the Elders have understood the draft.',
    costs: [
      costWith(union, 1),
      costWith(elders, 1, 'Time to have it read aloud.'),
      costWith(league, -1, 'They count minutes.'),
      costWith(fishers, null),
    ],
    touches: [
      { type: 'agendaBlock', id: 'd1-caucus-up' },
      { type: 'agendaBlock', id: 'd1-caucus-down' },
    ],
  }),
];
