import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InclusionContext } from './inclusion-groups.ts';
import { assessTarget, projection } from './inclusion.ts';
import { aRecord, blocksInOrder } from './records-for-tests.ts';
import { holdsInTime, speakingShare } from './speaking-share.ts';

const wanted = { attribute: 'gender', values: ['woman'], also: [] };
const anyContext = fc
  .record({
    genders: fc.array(fc.constantFrom('woman', 'man', 'undisclosed'), {
      minLength: 1,
      maxLength: 6,
    }),
    // Somebody who was taken off the list has time on record all the same.
    times: fc.array(fc.dictionary(fc.constantFrom('0', '1', '2', '5', 'gone'), fc.nat(900)), {
      maxLength: 4,
    }),
  })
  .map(({ genders, times }): InclusionContext => {
    const blocks = blocksInOrder(...times.map(() => ({})));
    return {
      participants: genders.map((gender, at) => aRecord('participant', { id: `${at}`, gender })),
      ...{ blocks, actors: [], countedAs: 'confirmed' },
      speakingTimes: new Map(
        blocks.map(({ id }, at) => [id, new Map(Object.entries(times[at] ?? {}))]),
      ),
    };
  });
const anyAsk = fc.record({
  comparison: fc.constantFrom('at-least', 'at-most'),
  share: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
});

const target = (comparison: 'at-least' | 'at-most', share: number) =>
  aRecord('inclusionTarget', {
    ...{ id: 'target', ...wanted, comparison, scope: 'speaking-time' },
    amount: { unit: 'share', share },
  });

test('a share of speaking time holds when it does whatever the unknown part was', () => {
  fc.assert(
    fc.property(anyContext, anyAsk, (context, { comparison, share }) => {
      const assessed = assessTarget(target(comparison, share), context);
      const times = context.speakingTimes?.values() ?? [];
      const stands = holdsInTime(
        ...([comparison, share] as const),
        speakingShare(wanted, times, context.participants),
      );
      const words = { holds: 'met', fails: 'missed', open: 'cannot-tell' } as const;
      expect(assessed.verdict).toBe(stands === null ? 'cannot-tell' : words[stands]);
      expect(assessed.reason === 'no-speaking-time').toBe(stands === null);
    }),
  );
});

test('a session without a second of theirs is said, whatever the sum is', () => {
  fc.assert(
    fc.property(anyContext, (context) => {
      const assessed = assessTarget(target('at-least', 0.01), context);
      const women = new Set(
        context.participants.flatMap(({ id, gender }) => (gender === 'woman' ? [id] : [])),
      );
      const silent = [...(context.speakingTimes ?? [])].flatMap(([block, times]) => {
        const spoken = [...times].filter(([, seconds]) => seconds > 0);
        return spoken.length > 0 && spoken.every(([id]) => !women.has(id)) ? [block] : [];
      });
      expect('zeros' in assessed ? assessed.zeros : []).toMatchObject(
        silent.map((block) => ({ block })),
      );
    }),
  );
});

test('minutes are asked for in minutes, and nobody’s coming changes what was said', () => {
  const asked = aRecord('inclusionTarget', {
    ...{ id: 'target', ...wanted, scope: 'speaking-time' },
    amount: { unit: 'count', count: 10 },
  });
  const context: InclusionContext = {
    participants: [
      aRecord('participant', { id: 'w', gender: 'woman', stage: 'confirmed' }),
      aRecord('participant', { id: 'invited', gender: 'woman', stage: 'invited' }),
    ],
    ...{ blocks: blocksInOrder({}), actors: [], countedAs: 'confirmed' },
    speakingTimes: new Map([['0', new Map([['w', 540]])]]),
  };
  const missed = { verdict: 'missed', count: 540, needed: 600, shortfall: 60, denominator: 540 };
  expect(assessTarget(asked, context)).toMatchObject({ ...missed, people: ['w'] });
  expect(projection(asked, context)).toMatchObject(missed);
});
