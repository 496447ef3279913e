import { directedTieKinds, tieKinds } from '@parley/model';
import fc from 'fast-check';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { expect, test } from 'vitest';
import { actor, tie } from '../people-for-tests.ts';
import { readXml } from '../xlsx/xml.ts';
import { writeGexf, writeGraphml } from './index.ts';

const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '</node><node id="x">',
      '"><script>',
      '&amp;&x;',
      ']]>',
      '<!DOCTYPE',
      'a\0b\uFFFFc',
    ),
  )
  // What XML has no place for is left out, and nothing else.
  .map((text) => `N${text}N`);
const kept = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');

const union = (name: string, note: string) => ({
  ...actor('union', 'Union'),
  name,
  notes: note,
  role: 'third-party' as const,
  fields: { ID: 'e-1', 'Net <worth>': note, toString: name },
});
const place = ({ id }: { readonly id: string }) => ({ x: id === 'union' ? -12.5 : 40, y: 7 });

const ties = [
  ...tieKinds.map((kind, at) => ({
    ...tie({
      from: 'union',
      to: 'league',
      kind,
      strength: at === 0 ? null : 2,
      since: '2024-01-31',
    }),
    id: `t${at}`,
  })),
  { ...tie({ from: 'union', to: 'elsewhere' }), id: 'hidden' },
];

for (const [form, write, read] of [
  ['GEXF', writeGexf, (xml: string) => gexf.parse(MultiGraph, xml)],
  ['GraphML', writeGraphml, (xml: string) => graphml.parse(MultiGraph, xml)],
] as const) {
  test(`${form} is read by others: names, places, directions, parallel ties; nothing ends early`, () => {
    fc.assert(
      fc.property(hostile, hostile, (name, note) => {
        const league = { ...actor('league', 'اتحاد'), within: 'union' };
        const xml = write([union(name, note), league], ties, place);
        readXml(xml, {});
        const graph = read(xml);
        expect(graph.nodes()).toEqual(['union', 'league']);
        expect(graph.getNodeAttributes('union')).toMatchObject({
          label: kept(name),
          x: -12.5,
          y: -7,
          kind: 'group',
          role: 'third-party',
          notes: kept(note),
          'Net <worth>': kept(note),
        });
        expect(graph.getNodeAttribute('league', 'label')).toBe('اتحاد');
        // As attributes, and not as a parent node, which Gephi refuses.
        expect(graph.getNodeAttribute('league', 'within')).toBe(kept(name));
        expect(graph.getNodeAttribute('league', 'within-id')).toBe('union');
        expect(xml).not.toMatch(/ pid=/);
        expect(graph.size).toBe(tieKinds.length);
        graph.forEachEdge((_edge, { tie: kind, since }, from, to) => {
          expect([from, to, since]).toEqual(['union', 'league', '2024-01-31']);
          expect(tieKinds).toContain(kind);
        });
        expect(graph.directedSize).toBe(directedTieKinds.size);
      }),
      { numRuns: 40 },
    );
  });

  test(`${form} says nothing of a strength that is not known (P2)`, () => {
    const graph = read(write([actor('union', 'U'), actor('league', 'L')], ties, place));
    const strengths = graph.mapEdges((_edge, { strength }) => strength as unknown);
    expect(strengths.filter((strength) => strength === undefined)).toHaveLength(1);
    expect(new Set(strengths)).toEqual(new Set([undefined, 2]));
  });
}

test('what was measured is a number of its nodes, and nothing where there is no value', () => {
  const nodes = [actor('a', 'A'), actor('b', 'B')];
  const measured = [{ name: 'Reach', values: new Map([['a', 0.5]]) }];
  const graphs = [
    gexf.parse(MultiGraph, writeGexf(nodes, [], place, measured)),
    graphml.parse(MultiGraph, writeGraphml(nodes, [], place, measured)),
  ];
  for (const graph of graphs) {
    expect(graph.getNodeAttribute('a', 'Measured: Reach')).toBe(0.5);
    expect(graph.hasNodeAttribute('b', 'Measured: Reach')).toBe(false);
  }
});
