import type { ConveningLink } from '@parley/model/ledger';
import { describe, expect, it } from 'vitest';
import { isGap, ownPlaces } from './influence-places.ts';

const said = (
  source: ConveningLink['source'],
  access: number | null,
  influence: number | null,
): ConveningLink => ({
  ...{ id: `${source} ${access} ${influence}`, kind: 'convening-link', number: 1, at: 0 },
  ...{ convener: 'team', party: 'elders', source, access, influence },
  ...{ relationshipValued: null, rationale: '', asOf: '2026-01-05', by: null, voice: null },
});

describe('where one’s own statements put a party', () => {
  it('is a place for each source of power, and never one between them', () => {
    const places = ownPlaces([said('hard', 4, 1), said('normative', 1, 3)], []);
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [4, 1],
      [1, 3],
    ]);
  });

  it('is where what is on its way puts it, in place of what that supersedes', () => {
    const places = ownPlaces([said('hard', 4, 1), said('referent', 2, 2)], [said('hard', 3, null)]);
    expect(places.map(({ x, y }) => [x, y])).toEqual([
      [2, 2],
      [3, null],
    ]);
  });
});

it('marks access that exceeds influence by two or more, and nothing that is not known', () => {
  const levels = [null, 0, 1, 2, 3, 4];
  const flagged = levels.flatMap((x) => levels.filter((y) => isGap({ x, y })).map((y) => [x, y]));
  expect(flagged).toEqual([
    [2, 0],
    [3, 0],
    [3, 1],
    [4, 0],
    [4, 1],
    [4, 2],
  ]);
});
