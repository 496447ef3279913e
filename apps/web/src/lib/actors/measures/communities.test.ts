import { expect, test } from 'vitest';
import { communitiesOf } from './communities.ts';
import { karateClub, networkOf } from './networks-for-tests.ts';

test('two circles of friends with one tie between them are two communities', () => {
  const drawing = networkOf(['a b', 'b c', 'c a', 'x y', 'y z', 'z x', 'c x'], 'close', ['alone']);
  expect(communitiesOf(drawing)).toEqual([
    ['a', 'b', 'c'],
    ['x', 'y', 'z'],
  ]);
});

test('who is in conflict is not one community for it', () => {
  const friends = networkOf(['a b', 'b c', 'c a', 'x y', 'y z', 'z x']);
  const feuds = networkOf(
    ['a x', 'a y', 'a z', 'b x', 'b y', 'b z', 'c x', 'c y', 'c z'],
    'conflict',
  );
  expect(communitiesOf({ ...friends, ties: [...friends.ties, ...feuds.ties] })).toHaveLength(2);
  expect(communitiesOf(feuds)).toEqual([]);
});

test('the karate club falls apart round its instructor and its president, the same each time', () => {
  const communities = communitiesOf(karateClub);
  expect(communities.length).toBeGreaterThanOrEqual(3);
  expect(communities.length).toBeLessThanOrEqual(5);
  const of = (actor: string) => communities.findIndex((members) => members.includes(actor));
  expect(of('1')).not.toBe(of('34'));
  expect(of('34')).toBe(of('33'));
  expect(of('1')).toBe(of('2'));
  expect(communitiesOf(karateClub)).toEqual(communities);
});
