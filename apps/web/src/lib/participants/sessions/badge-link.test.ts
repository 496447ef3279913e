import { expect, it } from 'vitest';
import { badgeIn, badgeLink, withoutBadge } from './badge-link.ts';

const board = 'https://parley.example/p/Pq1/Sq2/participants?view=stages#x';

it('holds the board and an id, in the part of an address that is sent to nobody', () => {
  const link = badgeLink(board, 'Ab_9');
  expect(link).toBe('https://parley.example/p/Pq1/Sq2/participants?view=sessions#badge=Ab_9');
  expect(badgeIn(link)).toBe('Ab_9');
  expect(badgeIn(withoutBadge(link).href)).toBeNull();
});

it('reads nothing that could not be an id', () => {
  for (const hash of ['', '#badge=', '#badge=%3Cimg%3E', '#badge=a b', `#badge=${'a'.repeat(65)}`])
    expect(badgeIn(`https://parley.example/p/a/b/participants${hash}`)).toBeNull();
});
