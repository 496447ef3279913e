import type { NewRecord } from '../../board/board.ts';

/**
 * The seat allocation of Yemen's National Dialogue Conference, as it was announced on 28 November
 * 2012: facts, and nothing that was not published. `tests/fixtures/yemen-ndc-2012.json` holds the same
 * with all of its sources, and a test compares the two.
 */
export const announced = '2012-11-28';
export const source = "Reuters, 28 November 2012: 'Yemenis agree on national dialogue conference'";

/** One component of the conference; `code` names its seats. */
export interface Component {
  readonly name: string;
  readonly code: string;
  readonly seats: number;
  readonly sector: 'political' | 'military' | 'youth' | 'women' | 'civil-society';
  readonly kind: 'group' | 'armed-actor';
  /** What the name itself says of everybody on these seats; nothing else is known of any of them. */
  readonly says?: Pick<NewRecord<'participant'>, 'gender' | 'ageBand'>;
}

const party = { sector: 'political', kind: 'group' } as const;

export const components: readonly Component[] = [
  { name: "General People's Congress and allies", code: 'GPC', seats: 112, ...party },
  { name: 'Southern Movement (Hirak)', code: 'HIR', seats: 85, ...party },
  { name: "President's list", code: 'PRE', seats: 62, ...party },
  { name: 'Islah', code: 'ISL', seats: 50, ...party },
  {
    name: 'Independent youth',
    code: 'YTH',
    seats: 40,
    sector: 'youth',
    kind: 'group',
    says: { ageBand: 'youth' },
  },
  {
    name: 'Independent women',
    code: 'WOM',
    seats: 40,
    sector: 'women',
    kind: 'group',
    says: { gender: 'woman' },
  },
  {
    name: 'Civil society organisations',
    code: 'CSO',
    seats: 40,
    sector: 'civil-society',
    kind: 'group',
  },
  { name: 'Yemeni Socialist Party', code: 'YSP', seats: 37, ...party },
  {
    name: 'Houthis (Ansar Allah)',
    code: 'HOU',
    seats: 35,
    sector: 'military',
    kind: 'armed-actor',
  },
  { name: 'Nasserist Unionist Party', code: 'NAS', seats: 30, ...party },
  { name: 'Baath', code: 'BAA', seats: 4, ...party },
  { name: 'Unionist Gathering', code: 'UNI', seats: 4, ...party },
  { name: 'Popular Forces Union', code: 'PFU', seats: 4, ...party },
  { name: 'National Council', code: 'NAC', seats: 4, ...party },
  { name: 'Al-Haqq', code: 'HAQ', seats: 4, ...party },
  { name: 'Rashad Union', code: 'RAS', seats: 7, ...party },
  { name: 'Justice and Building', code: 'JUS', seats: 7, ...party },
];

/** A share that was set for the whole conference; `reached` is the outcome that was reported. */
export interface SetShare {
  readonly attribute: 'gender' | 'region' | 'ageBand';
  readonly value: string;
  readonly share: number;
  /** People; null: never published. */
  readonly reached: number | null;
}

export const shares: readonly SetShare[] = [
  { attribute: 'gender', value: 'woman', share: 0.3, reached: 166 },
  { attribute: 'region', value: 'south', share: 0.5, reached: 280 },
  { attribute: 'ageBand', value: 'youth', share: 0.2, reached: null },
];
