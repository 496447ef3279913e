import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { heirsOf, type Merged } from './heirs.ts';

const merged = (words: string): Merged[] =>
  words.split(' ').map((word) => {
    const [gone = '', into = ''] = word.split('→');
    return { gone, into };
  });
const heirs = (words: string, there = 'A B C D') =>
  [...heirsOf(merged(words), (id) => there.split(' ').includes(id))]
    .map(([gone, heir]) => `${gone}→${heir}`)
    .sort()
    .join(' ');

describe('merges that knew nothing of each other', () => {
  it('are followed to the end', () => {
    expect(heirs('A→B B→C')).toBe('A→C B→C');
    expect(heirs('B→A C→B D→C')).toBe('B→A C→A D→A');
  });

  it('leave one of a circle, and the others in it', () => {
    expect(heirs('A→B B→A')).toBe('A→B');
    expect(heirs('A→B B→C C→A')).toBe('A→C B→C');
    expect(heirs('A→A')).toBe('');
  });

  it('lead who was merged into two to one of them', () => {
    expect(heirs('A→C A→B')).toBe('A→B');
    expect(heirs('A→B A→C B→A')).toBe('A→B');
  });

  it('show who was merged into somebody that was removed meanwhile', () => {
    expect(heirs('A→B', 'A C D')).toBe('');
    expect(heirs('A→B B→C', 'A D')).toBe('');
    expect(heirs('A→B A→C', 'A C D')).toBe('A→C');
  });

  it('outlive who was merged on and then removed', () => {
    expect(heirs('A→B B→C', 'A C D')).toBe('A→C B→C');
    expect(heirs('B→A C→B A→C', 'B')).toBe('A→B C→B');
  });
});

const names = ['A', 'B', 'C', 'D', 'E', 'F'];
const name = fc.constantFrom(...names);
const edges = fc.array(fc.record({ gone: name, into: name }), { maxLength: 10 });

test('whatever was merged, whoever can be reached is found, and the order of merges does not matter', () => {
  fc.assert(
    fc.property(edges, fc.subarray(names), fc.infiniteStream(fc.nat()), (merges, there, random) => {
      const isThere = (id: string) => there.includes(id);
      const found = heirsOf(merges, isThere);
      for (const [gone, heir] of found) {
        expect(isThere(heir)).toBe(true);
        expect(found.has(heir)).toBe(false);
        expect(gone).not.toBe(heir);
      }
      for (const id of names) {
        // Whom one may come to by merges from here, by any way.
        const reached = new Set([id]);
        for (const at of reached)
          for (const { gone, into } of merges) if (gone === at) reached.add(into);
        if (found.has(id)) expect(reached).toContain(found.get(id));
        else if (!isThere(id)) expect([...reached].filter(isThere)).toEqual([]);
      }
      // Of actors on the board that were merged in any way, one at least is shown.
      if (there.length > 0) expect(there.some((id) => !found.has(id))).toBe(true);
      const shuffled = merges
        .map((merge) => [random.next().value, merge] as const)
        .toSorted(([one], [other]) => one - other);
      expect(
        heirsOf(
          shuffled.map(([, merge]) => merge),
          isThere,
        ),
      ).toEqual(found);
    }),
    { numRuns: 2000 },
  );
});
