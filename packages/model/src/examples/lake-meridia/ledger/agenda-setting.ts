import { drawn, type EntryFields, type SeededEntry } from '../../../ledger/index.ts';
import type { Author } from '../../../ledger/index.ts';
import { amira, nadia, tomas } from './team.ts';

interface Put {
  readonly at: string;
  readonly by: Author;
}
interface Item extends Put {
  readonly id: string;
  readonly fields: EntryFields<'item-proposed'>;
  /** Party → answer, and what it said where it said something. */
  readonly answers: Readonly<
    Record<string, readonly [EntryFields<'item-answered'>['answer'], string?]>
  >;
  readonly settled?: Put & Partial<Omit<EntryFields<'item-settled'>, 'item'>>;
}

const [union, league, fishers] = [
  'upland-water-union',
  'delta-farmers-league',
  'lake-fishers-council',
];
const [ministry, elders, women] = ['ministry-of-water', 'council-of-elders', 'women-of-the-basin'];

/** The Ministry proposed nothing, and answered late and little. */
const items: readonly Item[] = [
  {
    ...{ id: 'example-item-july', at: '2026-10-12T09:00Z', by: amira },
    fields: {
      item: 'The low sluices in July',
      why: 'Nineteen days without water in three villages, and no figure that both banks accept.',
      proposedBy: league,
    },
    answers: {
      [union]: ['accept', 'If it is all of the dry season, and not July alone.'],
      [fishers]: ['support'],
      [elders]: ['accept'],
      [women]: ['support', 'The queues at the wells belong to it.'],
      [ministry]: ['object', 'Not under this title.'],
    },
    settled: {
      ...{ at: '2026-11-02T15:00Z', by: nadia, how: 'on-the-agenda', block: 'd1-wg1' },
      why: 'As “dry-season releases”: the League agreed to the title, the Ministry to the topic.',
      decided: 'By the team, after a call with each delegation',
    },
  },
  {
    ...{ id: 'example-item-upkeep', at: '2026-10-12T11:30Z', by: nadia },
    fields: {
      item: 'Who pays for the upkeep of the barrage',
      why: 'They keep it in repair, and others close it.',
      proposedBy: union,
    },
    answers: {
      [league]: ['accept'],
      [elders]: ['support'],
      [ministry]: ['object', 'Its delegates may not speak of budgets.'],
    },
    settled: {
      ...{ at: '2026-11-02T15:10Z', by: nadia, how: 'parked' },
      why: 'Nobody in the Ministry’s delegation may speak of budgets before December. It is the first item of the next meeting, and the Union was told so.',
      decided: 'By the team, after a call with the Union and the Ministry',
    },
  },
  {
    ...{ id: 'example-item-inflow', at: '2026-10-13T08:20Z', by: tomas },
    fields: {
      item: 'The inflow data of 2024',
      why: 'Everybody has them, they say, and nobody sent them to the fishers.',
      proposedBy: fishers,
    },
    answers: {
      [ministry]: ['accept', 'Between the two of them, not in the plenary.'],
      [league]: ['support'],
      [women]: ['support'],
    },
    settled: {
      ...{ at: '2026-11-02T15:20Z', by: tomas, how: 'on-the-agenda', block: 'd2-bilateral' },
      decided: 'By the Fishers Council and the Ministry',
    },
  },
  {
    ...{ id: 'example-item-wells', at: '2026-10-14T10:00Z', by: nadia },
    fields: {
      item: 'How the wells were shared before the barrage',
      why: 'The young have never heard it.',
      proposedBy: elders,
    },
    answers: { [union]: ['support'], [women]: ['accept'], [fishers]: ['accept'] },
    settled: {
      ...{ at: '2026-11-02T15:30Z', by: nadia, how: 'on-the-agenda', block: 'd1-lake' },
      decided: 'By the team; nobody spoke against it',
    },
  },
  {
    ...{ id: 'example-item-households', at: '2026-10-19T13:00Z', by: amira },
    fields: {
      item: 'Households before fields',
      why: 'In a dry week somebody has to come first, and nobody says who.',
      proposedBy: women,
    },
    answers: {
      [elders]: ['support'],
      [fishers]: ['accept'],
      [league]: ['object', 'Not before the sluices are settled.'],
    },
  },
  {
    ...{ id: 'example-item-board', at: '2026-10-20T09:40Z', by: amira },
    fields: {
      item: 'Recall of the water board',
      why: '',
      proposedBy: league,
    },
    answers: { [union]: ['object'], [ministry]: ['object'] },
    settled: {
      ...{ at: '2026-10-29T17:00Z', by: amira, how: 'withdrawn' },
      why: 'The League takes it to the board itself.',
    },
  },
  {
    ...{ id: 'example-item-rules', at: '2026-10-21T08:00Z', by: nadia },
    fields: {
      item: 'Ground rules, each read aloud by another delegation',
      why: 'So that nobody’s rules are the rules.',
      proposedBy: null,
    },
    answers: {
      [union]: ['accept'],
      [league]: ['accept'],
      [fishers]: ['accept'],
      [ministry]: ['accept'],
      [elders]: ['support'],
      [women]: ['accept'],
    },
    settled: {
      ...{ at: '2026-11-02T15:40Z', by: nadia, how: 'on-the-agenda', block: 'd1-arrival' },
      decided: 'By the team',
    },
  },
];

/** From which the order of the first round of calls was drawn. */
const seed = 20_261_022;

export const agendaSetting: readonly SeededEntry[] = [
  ...items.map(({ id, at, by, fields }): SeededEntry => ({
    ...{ kind: 'item-proposed', id, at, by, fields },
  })),
  {
    ...{ kind: 'items-ordered', id: 'example-items-drawn', at: '2026-10-22T08:00Z', by: nadia },
    fields: { order: 'by-lot', seed, items: [...drawn(items, seed)].map(({ id }) => id) },
  },
  ...items.flatMap(({ id, answers }) =>
    Object.entries(answers).map(([party, [answer, said = '']]): SeededEntry => ({
      ...{ kind: 'item-answered', id: `${id}-${party}`, at: '2026-10-26T10:00Z', by: tomas },
      fields: { item: id, party, answer, said },
    })),
  ),
  ...items.flatMap(({ id, settled }): readonly SeededEntry[] => {
    if (!settled) return [];
    const { at, by, ...word } = settled;
    const fields: EntryFields<'item-settled'> = {
      ...{ item: id, how: 'open', block: null, into: null, why: '', decided: '' },
      ...word,
    };
    return [{ kind: 'item-settled', id: `${id}-settled`, at, by, fields }];
  }),
];
