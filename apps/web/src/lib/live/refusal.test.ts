import { closeCodes, isTerminal } from '@parley/sync/client';
import { expect, it } from 'vitest';
import { refusalOf } from './refusal.ts';

it('knows what helps for every code with which the server ends a connection for good', () => {
  const final = Object.entries(closeCodes).filter(([, code]) => isTerminal(code));
  expect(Object.fromEntries(final.map(([name, code]) => [name, refusalOf(code)]))).toEqual({
    sessionEnded: 'signed-out',
    notAllowed: 'shut-out',
    notFound: 'shut-out',
    epochChanged: 'rebuilt',
    tooLarge: 'too-large',
    malformed: 'malformed',
  });
});
