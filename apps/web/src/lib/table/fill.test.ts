import { describe, expect, it } from 'vitest';
import type { Column } from './column.ts';
import { planFill } from './fill.ts';

interface Seat {
  readonly id: string;
  readonly name: string;
  readonly gender: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const options = ['woman', 'man', 'undisclosed'].map((value) => ({ value, label: value }));
const columns: readonly Column<Seat>[] = [
  {
    id: 'name',
    header: 'Name',
    kind: 'text',
    most: 20,
    width: 8,
    read: (seat) => seat.name,
    patch: (value) => ({ name: value }),
  },
  {
    id: 'gender',
    header: 'Gender',
    kind: 'select',
    width: 8,
    options,
    read: (seat) => seat.gender,
    patch: (value) => ({ gender: value ?? 'undisclosed' }),
  },
  ...['north', 'south'].map((id): Column<Seat> => ({
    id,
    header: id,
    kind: 'text',
    most: 20,
    width: 8,
    read: (seat) => seat.attributes[id] ?? '',
    patch: (value, seat) => ({ attributes: { ...seat.attributes, [id]: value } }),
  })),
];
const rows: readonly Seat[] = [
  { id: '1', name: 'U-01', gender: 'woman', attributes: { west: 'kept' } },
  { id: '2', name: 'U-02', gender: 'man', attributes: {} },
];

describe('pasting cells', () => {
  it('fills rows from the cell on, and makes records of the lines beyond them', () => {
    const plan = planFill({ columns, rows, grows: true }, [['A', 'man'], ['B'], ['C', 'woman']]);
    expect(plan).toEqual({
      ok: true,
      changes: [
        { id: '1', patch: { name: 'A', gender: 'man' } },
        { id: '2', patch: { name: 'B' } },
      ],
      additions: [{ name: 'C', gender: 'woman' }],
    });
  });

  it('lets two columns change one field of a record', () => {
    const plan = planFill({ columns: columns.slice(2), rows, grows: false }, [['x', 'y']]);
    expect(plan.ok && plan.changes[0]?.patch).toEqual({
      attributes: { west: 'kept', north: 'x', south: 'y' },
    });
  });

  it('changes nothing when one cell cannot be read, and names it', () => {
    expect(
      planFill({ columns, rows, grows: true }, [
        ['A', 'man'],
        ['B', 'mna'],
      ]),
    ).toEqual({
      ok: false,
      problem: {
        reason: 'input',
        problem: { reason: 'no-option', options },
        text: 'mna',
        column: 'Gender',
        line: 2,
      },
    });
  });

  it('refuses what does not fit beside or below', () => {
    expect(planFill({ columns: columns.slice(3), rows, grows: true }, [['x', 'y']])).toMatchObject({
      ok: false,
      problem: { reason: 'too-wide', columns: 1 },
    });
    expect(
      planFill({ columns: columns.slice(3), rows, grows: false }, [['x'], ['y'], ['z']]),
    ).toMatchObject({ ok: false, problem: { reason: 'too-long', rows: 2 } });
  });

  it('leaves a cell that cannot be empty when nothing is pasted into it', () => {
    const plan = planFill({ columns: columns.slice(1), rows, grows: false }, [['', 'x']]);
    expect(plan.ok && plan.changes[0]?.patch).toEqual({
      attributes: { west: 'kept', north: 'x' },
    });
  });
});
