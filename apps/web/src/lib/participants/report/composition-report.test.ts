import {
  assessTarget,
  Board,
  settingsType,
  type InclusionTarget,
  type NewRecord,
} from '@parley/model';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { compositionReport, mayShowFigures } from './composition-report.ts';

let board: Board;
beforeEach(() => (board = new Board(new Y.Doc())));
afterEach(() => board.destroy());

const gender = { attribute: 'gender', values: ['woman', 'man', 'non-binary'] };
const region = { attribute: 'region', values: null };

function people(...groups: readonly (readonly [number, NewRecord<'participant'>])[]) {
  let number = 0;
  board.createAll(
    'participant',
    groups.flatMap(([count, fields]) =>
      Array.from({ length: count }, () => {
        number += 1;
        return {
          name: `Canary name ${number}`,
          pseudonym: `Canary U-${number}`,
          notes: 'Canary',
          ...fields,
        };
      }),
    ),
  );
  return board.list('participant');
}

function target(values: NewRecord<'inclusionTarget'>): InclusionTarget {
  const made = board.create('inclusionTarget', {
    attribute: 'gender',
    values: ['woman'],
    amount: { unit: 'share', share: 0.3 },
    counted: 'invited',
    ...values,
  });
  const found = made.ok ? board.get('inclusionTarget', made.value) : undefined;
  if (!found) throw new Error(JSON.stringify(made));
  return found;
}

describe('the composition report', () => {
  it('says a zero and what is not known, and names no rare word', () => {
    const list = people(
      [8, { gender: 'woman', region: 'Coast' }],
      [7, { gender: 'man', region: 'Upper valley' }],
      [5, { region: 'The ferryman’s island' }],
      [1, { region: 'Hidden' }],
    );
    expect(compositionReport(list, [gender, region], 5)).toEqual({
      total: 21,
      parts: [
        {
          attribute: 'gender',
          rows: [
            { value: 'woman', count: 8 },
            { value: 'man', count: 7 },
            { value: 'non-binary', count: 0 },
            { value: null, count: 6 },
          ],
          withheld: 0,
        },
        {
          attribute: 'region',
          // The one is withheld, and five others so that nobody can reckon it.
          rows: [
            { value: 'Coast', count: 8 },
            { value: 'Upper valley', count: 7 },
            { value: null, count: 0 },
          ],
          withheld: 6,
        },
      ],
    });
  });

  it('shows nothing of so few people', () => {
    expect(compositionReport(people([4, { gender: 'man' }]), [gender], 5)).toEqual({
      total: null,
      parts: [],
    });
    expect(compositionReport([], [gender], 5).total).toBe(0);
  });

  it('holds no name, pseudonym, note or id of anybody, and no count from 1 to 4', () => {
    const some = fc.record({
      gender: fc.constantFrom('woman', 'man', 'non-binary', 'undisclosed' as const),
      region: fc.constantFrom('', 'Coast', 'Valley', 'Hills'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), (made) => {
        board.destroy();
        board = new Board(new Y.Doc());
        const list = people(...made.map((fields) => [1, fields] as const));
        const report = compositionReport(list, [gender, region], 5);
        const text = JSON.stringify(report);
        expect(text).not.toContain('Canary');
        for (const { id } of list) expect(text).not.toContain(id);
        for (const { rows, withheld } of report.parts) {
          const counts = [...rows.map(({ count }) => count ?? 0), withheld];
          expect(counts.filter((count) => count > 0 && count < 5)).toEqual([]);
        }
      }),
    );
  });

  it('gives the numbers of a target only where they are those of the report', () => {
    const list = people(
      [8, { gender: 'woman', stage: 'invited' }],
      [9, { gender: 'man', stage: 'invited' }],
    );
    const context = {
      ...{ participants: list, blocks: [], actors: [], seats: {}, freeSeats: 0 },
      countedAs: 'invited',
    } as const;
    const report = compositionReport(list, [gender], 5);
    const may = (values: NewRecord<'inclusionTarget'>) => {
      const asked = target(values);
      return mayShowFigures(asked, assessTarget(asked, context), report, 'invited');
    };
    expect(may({})).toBe(true);
    expect(may({ also: [{ attribute: 'region', values: ['Coast'] }] })).toBe(false);
    expect(may({ counted: 'confirmed' })).toBe(false);
    expect(may({ scope: 'stage' })).toBe(false);
    expect(may({ attribute: 'region', values: ['Coast'] })).toBe(false);
    const few = people([1, { stage: 'invited' }]);
    const closer = compositionReport(few, [gender], 5);
    const asked = target({});
    const assessed = assessTarget(asked, { ...context, participants: few });
    // Of women nobody is withheld by themselves, but one whose gender is not known would be told.
    expect(mayShowFigures(asked, assessed, closer, 'invited')).toBe(false);
    expect(settingsType.defaults().smallGroups).toBe(5);
  });
});
