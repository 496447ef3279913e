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

for (const [form, write, read, own] of [
  ['GEXF', writeGexf, (xml: string) => gexf.parse(MultiGraph, xml), 'Net <worth>'],
  ['GraphML', writeGraphml, (xml: string) => graphml.parse(MultiGraph, xml), 'Net_worth_'],
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
          [own]: kept(note),
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
  graphs.forEach((graph, at) => {
    const title = at === 0 ? 'Measured: Reach' : 'Measured_Reach';
    expect(graph.getNodeAttribute('a', title)).toBe(0.5);
    expect(graph.hasNodeAttribute('b', title)).toBe(false);
  });
});

/** `Nmtoken` of XML 1.0, fifth edition, first plane. */
const token =
  /^(?:[\w.:\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u203F\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD-]|\u200C|\u200D)+$/;

interface Element {
  readonly name: string;
  readonly within: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  readXml(xml, {
    open: (name, attributes) => {
      const element = { name, within: open.at(-1)?.name ?? '', attributes, text: '' };
      elements.push(element);
      open.push(element);
    },
    text: (text) => {
      const last = open.at(-1);
      if (last) last.text += text;
    },
    close: () => open.pop(),
  });
  return elements;
}

const title = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
    fc.constantFrom('label', 'kind', 'kind_2', 'Measured: x', 'نوع', 'ª²', '<'),
  )
  // No column has a heading with these.
  .map((text) => text.replace(/\p{Cc}/gu, '').trim())
  .filter((text) => kept(text) !== '');

/*
 * What the schemas ask for, by the published `graphml.xsd` 1.0 and `gexf.xsd` 1.3. (That of GEXF puts `position` and
 * `shape` in its own namespace; its primer and all programs that read it put them in that of `viz`.)
 */
test('GraphML keeps to its schema: names are tokens, each once; what they stand for is said', () => {
  fc.assert(
    fc.property(fc.uniqueArray(title, { maxLength: 5 }), (titles) => {
      const fields = Object.fromEntries(titles.map((one) => [one, 'x']));
      const xml = writeGraphml([{ ...union('U', 'n'), fields }, actor('league', 'L')], ties, place);
      const elements = elementsOf(xml);
      const keys = elements.filter(({ name }) => name === 'key');
      for (const of of ['node', 'edge']) {
        const names = keys
          .filter(({ attributes }) => attributes.for === of)
          .map(({ attributes }) => attributes['attr.name'] ?? '');
        for (const name of names) expect(name).toMatch(token);
        expect(new Set(names).size).toBe(names.length);
      }
      for (const { attributes } of elements) {
        for (const id of ['id', 'source', 'target', 'key']) {
          if (attributes[id] !== undefined) expect(attributes[id]).toMatch(token);
        }
      }
      const said = new Set([
        ...keys.map(({ attributes }) => attributes['attr.name'] ?? ''),
        ...elements.filter(({ name }) => name === 'desc').map(({ text }) => text),
      ]);
      for (const one of titles) if (one !== 'ID') expect(said).toContain(kept(one));
    }),
    { numRuns: 200 },
  );
});

test('GEXF keeps to its schema: elements in their order, with what each must have', () => {
  const elements = elementsOf(writeGexf([union('U', 'n'), actor('league', 'L')], ties, place));
  const childrenOf = (parent: string) =>
    elements.filter(({ within }) => within === parent).map(({ name }) => name);
  expect(childrenOf('gexf')).toEqual(['graph']);
  expect(childrenOf('graph')).toEqual(['attributes', 'attributes', 'nodes', 'edges']);
  const must: Readonly<Record<string, readonly string[]>> = {
    gexf: ['version', 'xmlns', 'xmlns:viz'],
    graph: ['defaultedgetype', 'mode'],
    attributes: ['class', 'mode'],
    attribute: ['id', 'title', 'type'],
    nodes: [],
    node: ['id', 'label'],
    attvalues: [],
    attvalue: ['for', 'value'],
    position: ['x', 'y', 'z'],
    shape: ['value'],
    edges: [],
    edge: ['id', 'kind', 'label', 'source', 'target', 'type'],
  };
  for (const { name, attributes } of elements) {
    expect([name, Object.keys(attributes).sort()]).toEqual([name, must[name]]);
    for (const number of ['x', 'y', 'z']) {
      if (attributes[number] !== undefined) expect(Number(attributes[number])).not.toBeNaN();
    }
  }
});
