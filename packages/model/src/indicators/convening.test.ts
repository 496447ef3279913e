import { describe, expect, it, test } from 'vitest';
import type { ConveningLink } from '../ledger/index.ts';
import { canBring, coverage, isAccessWithoutInfluence, teamOf } from './convening.ts';
import { aRecord } from './records-for-tests.ts';
import { whoCouldBring } from './who-could-bring.ts';

const link = (
  convener: string,
  party: string,
  figures: Partial<Pick<ConveningLink, 'source' | 'access' | 'influence' | 'relationshipValued'>>,
  who = 'nadia',
): ConveningLink => ({
  ...{ kind: 'convening-link', id: `${convener} ${party} ${who}`, number: 1, at: 0 },
  ...{ by: { person: who, name: who }, voice: null, asOf: '2026-03-01', rationale: '' },
  ...{ source: 'soft-reputation', access: null, influence: null, relationshipValued: null },
  ...{ convener, party },
  ...figures,
});

test.each([
  { access: 4, influence: 1, flagged: true },
  { access: 3, influence: 1, flagged: true },
  { access: 2, influence: 1, flagged: false },
  { access: 1, influence: 4, flagged: false },
  { access: 4, influence: null, flagged: false },
  { access: null, influence: 0, flagged: false },
])('access $access and influence $influence: flagged $flagged', ({ flagged, ...figures }) => {
  expect(isAccessWithoutInfluence(link('team', 'command', figures))).toBe(flagged);
});

test.each([
  [{ influence: 3 }, true],
  [{ influence: 2 }, false],
  [{ influence: null }, null],
  [{ source: 'referent', influence: 0, relationshipValued: 3 }, true],
  [{ source: 'referent', influence: 0, relationshipValued: null }, null],
  [{ source: 'hard', influence: 0, relationshipValued: 4 }, false],
  [{ access: 4, influence: 1 }, false],
] as const)('%o can bring: %s', (figures, able) => {
  expect(canBring(link('team', 'command', figures))).toBe(able);
});

describe('a party', () => {
  const team = new Set(['team']);

  it('stays reached and is disputed where another assessor sees it otherwise', () => {
    const links = [
      link('team', 'command', { influence: 3 }),
      link('team', 'command', { influence: 0 }, 'bilal'),
    ];
    expect(coverage(['command'], links, team)).toMatchObject([
      { reach: 'reached', disputed: true },
    ]);
    expect(coverage(['command'], links.slice(0, 1), team)).toMatchObject([{ disputed: false }]);
  });

  it('of which nothing is said is neither reached nor not reached', () => {
    expect(coverage(['command'], [], team)).toMatchObject([{ reach: 'unsaid' }]);
  });

  it('can be brought by whoever is nearest, along influence in its direction only', () => {
    const tie = (from: string, to: string, kind: 'close' | 'influence' | 'funding') =>
      aRecord('tie', { id: `${from} ${to}`, from, to, kind });
    const links = ['shrine', 'elders', 'osk', 'fund'].map((id) =>
      link(id, 'command', { influence: 4 }),
    );
    const bringers = whoCouldBring('command', {
      ...{ actors: new Set(['team', 'elders', 'shrine', 'osk', 'fund']), links, team },
      ties: [
        tie('team', 'elders', 'close'),
        tie('shrine', 'elders', 'close'),
        tie('osk', 'elders', 'influence'),
        tie('fund', 'team', 'funding'),
      ],
    });
    expect(bringers.map(({ actor, path }) => [actor, path?.length ?? null])).toEqual([
      ['elders', 1],
      ['shrine', 2],
      ['fund', null],
      ['osk', null],
    ]);
    expect(bringers[1]?.path?.map(({ from, to }) => [from, to])).toEqual([
      ['team', 'elders'],
      ['elders', 'shrine'],
    ]);
  });
});

test('the team is the team and its members; a funder is beside them', () => {
  const actors = (['team', 'team-member', 'funder', null] as const).map((affiliation, index) => ({
    id: String(index),
    affiliation,
  }));
  expect([...teamOf(actors)]).toEqual(['0', '1']);
});
