import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { salienceClasses, salienceOf } from './salience.ts';

const level = fc.integer({ min: 0, max: 4 });
const attributes = fc.record({ power: level, legitimacy: level, urgency: level });

describe('the class of salience', () => {
  it('is not known as long as one of the three is not', () => {
    fc.assert(
      fc.property(
        attributes,
        fc.subarray(['power', 'legitimacy', 'urgency'] as const, { minLength: 1 }),
        (known, missing) => {
          const unknown = Object.fromEntries(missing.map((name) => [name, null]));
          expect(salienceOf({ ...known, ...unknown })).toBeNull();
        },
      ),
    );
  });

  it('does not change with a level that stays on its side of the line', () => {
    fc.assert(
      fc.property(attributes, ({ power, legitimacy, urgency }) => {
        const whether = (value: number) => (value >= 3 ? 4 : 0);
        expect(salienceOf({ power, legitimacy, urgency })).toBe(
          salienceOf({
            power: whether(power),
            legitimacy: whether(legitimacy),
            urgency: whether(urgency),
          }),
        );
      }),
    );
  });

  test.each([
    [4, 3, 3, 'definitive'],
    [3, 3, 2, 'dominant'],
    [3, 0, 3, 'dangerous'],
    [2, 3, 3, 'dependent'],
    [3, 2, 2, 'dormant'],
    [0, 3, 0, 'discretionary'],
    [0, 0, 3, 'demanding'],
    [2, 2, 2, 'none'],
  ] as const)(
    'of power %i, legitimacy %i, urgency %i is %s',
    (power, legitimacy, urgency, name) => {
      expect(salienceOf({ power, legitimacy, urgency })).toBe(name);
      expect(salienceClasses).toContain(name);
    },
  );
});
