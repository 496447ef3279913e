import type { ChangeKind } from '@parley/model/ledger';
import { m } from '#lib/paraglide/messages.js';

/** Marks that stand on one line of the days: what they say belongs together. */
export interface Lane {
  readonly words: () => string;
  readonly kinds: readonly ChangeKind[];
}

export const lanes: readonly Lane[] = [
  { words: m.time_lane_said, kinds: ['reading', 'round'] },
  { words: m.time_lane_convening, kinds: ['convening'] },
  { words: m.time_lane_ties, kinds: ['tie-begins', 'tie-ends'] },
  { words: m.time_lane_initiatives, kinds: ['initiative-begins', 'initiative-ends'] },
  { words: m.time_lane_stages, kinds: ['stage'] },
  { words: m.time_lane_contacts, kinds: ['contact'] },
  { words: m.time_lane_cards, kinds: ['card', 'card-settled'] },
];

/**
 * The mark of each kind, around its middle and within 5 units of it. A shape each, so that no colour is
 * needed; what ends or is settled is hollow.
 */
export const changeShapes: Readonly<
  Record<ChangeKind, { readonly path: string; readonly filled: boolean }>
> = {
  reading: { path: 'M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0Z', filled: true },
  round: {
    path: 'M-4.5,0a4.5,4.5 0 1,0 9,0a4.5,4.5 0 1,0 -9,0ZM-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0Z',
    filled: false,
  },
  convening: { path: 'M0,-5L5,0L0,5L-5,0Z', filled: true },
  'tie-begins': { path: 'M-4.5,4L0,-4.5L4.5,4Z', filled: true },
  'tie-ends': { path: 'M-4.5,-4L0,4.5L4.5,-4Z', filled: false },
  'initiative-begins': { path: 'M-4,-4H4V4H-4Z', filled: true },
  'initiative-ends': { path: 'M-4,-4H4V4H-4Z', filled: false },
  stage: { path: 'M0,-4.5V4.5M-4.5,0H4.5', filled: false },
  contact: { path: 'M-5,-4H5V2H0L-3,5V2H-5Z', filled: false },
  card: { path: 'M-5,-3H5V3H-5Z', filled: true },
  'card-settled': { path: 'M-5,-3H5V3H-5ZM-5,-3L5,3', filled: false },
};
