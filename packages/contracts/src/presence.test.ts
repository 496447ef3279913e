import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { Presence } from './presence.ts';

describe('presence', () => {
  const user = { id: 'p1', name: 'Amira', color: 2, role: 'facilitator' };

  test('is what the server stamped and little more', () => {
    expect(v.is(Presence, { user, board: 'actors', cursor: { x: 1, y: 2 } })).toBe(true);
  });

  test.each([
    { board: 'actors' },
    { user: { ...user, color: 8 } },
    { user, cursor: { x: Infinity, y: 0 } },
    { user, view: 'https://elsewhere.example' },
    { user, seen: { x: 0, y: 0, k: 0 } },
    { user, selection: Array.from({ length: 51 }, () => 'a') },
    { user, editing: { record: 'x'.repeat(65), field: 'name' } },
  ])('refuses %j', (state) => expect(v.is(Presence, state)).toBe(false));
});
