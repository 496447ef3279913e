import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aRecord } from './records-for-tests.ts';
import { holdsInTime, speakingShare } from './speaking-share.ts';

const women = { attribute: 'gender', values: ['woman'] };
const people = (['woman', 'man', 'undisclosed'] as const).map((gender) =>
  aRecord('participant', { id: gender, gender }),
);

it('adds up turns of several sessions, and keeps apart whose it is not known', () => {
  const times = [
    new Map([['woman', 60] as const, ['man', 200] as const]),
    new Map([['woman', 40] as const, ['undisclosed', 50] as const, ['gone', 50] as const]),
  ];
  expect(speakingShare(women, times, people)).toEqual({
    ...{ seconds: 100, unknown: 100, recorded: 400, share: 0.25 },
  });
  expect(speakingShare(women, [], people).share).toBeNull();
});

it('holds only where it holds whoever the unknown ones are', () => {
  const seconds = fc.nat(3_600);
  fc.assert(
    fc.property(seconds, seconds, seconds, fc.nat(100), (yes, no, unknown, percent) => {
      const share = percent / 100;
      const [none, all] = [0, unknown].map((women) => ({
        ...{ seconds: yes + women, unknown: 0, recorded: yes + no + unknown, share: null },
      }));
      if (!none || !all) throw new Error('Two were made');
      const found = { ...none, unknown };
      for (const comparison of ['at-least', 'at-most'] as const) {
        const ends = [none, all].map((one) => holdsInTime(comparison, share, one));
        const [first, last] = ends;
        expect(holdsInTime(comparison, share, found)).toBe(first === last ? first : 'open');
      }
    }),
  );
});
