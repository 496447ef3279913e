import { expect, it } from 'vitest';
import { nextPage } from './next-page.ts';

it.each([
  ['/p/abc/def/actors', '/p/abc/def/actors'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/\t/evil.example', '/'],
  ['/sign-in', '/'],
  [null, '/'],
])('after signing in, next=%j leads to %j', (next, page) => {
  expect(nextPage(next)).toBe(page);
});
