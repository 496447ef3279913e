import { drawTie } from '@parley/model/map';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readXml } from '../xlsx/xml.ts';
import { drawMap, type MapPicture } from './index.ts';

const circle = (x: number, y: number) => ({ kind: 'circle', at: { x, y }, radius: 24 }) as const;

const picture = (name: string): MapPicture => ({
  title: name,
  lines: [`${name}, 22 November 2026`, 'Readings of Amira and Bilal'],
  actors: [
    {
      name,
      shape: circle(0, 0),
      line: '#123',
      wash: '#fff',
      ...{ outside: false, folded: 3 },
      others: [{ x: 200, y: 0 }],
    },
    {
      name: 'اتحاد',
      shape: circle(200, 0),
      line: '#123',
      wash: '#fff',
      outside: true,
      folded: 0,
      others: [],
    },
  ],
  ties: [{ drawing: drawTie('influence', 2, circle(0, 0), circle(200, 0)), colour: '#a13a2c' }],
  grounds: [{ from: { x: 0, y: 0 }, to: { x: 200, y: 0 }, width: 64 }],
  legend: [
    { sign: 'folded', words: 'Three more' },
    { sign: 'ground', words: 'Part of' },
    {
      sign: 'tie',
      words: name,
      drawing: drawTie('conflict', null, circle(-2, 8), circle(42, 8)),
      colour: '#a13a2c',
    },
    { sign: 'square', words: 'Third party', line: '#123', wash: '#fff' },
  ],
  colours: {
    paper: '#faf9f6',
    ink: '#1b2430',
    ink2: '#4d5866',
    rule: '#e2dfd7',
    card: '#fff',
    ground: '#eee',
  },
});

/** Elements and attributes that a drawing may have: none of them runs, links or fetches anything. */
const harmless = new Set(['svg', 'title', 'rect', 'text', 'tspan', 'g', 'path', 'circle']);

test('a picture says its title, day, whose readings, names and legend', () => {
  const texts: string[] = [];
  readXml(drawMap(picture('Union')).svg, { text: (text) => texts.push(text.trim()) });
  for (const words of [
    'Union',
    'Union, 22 November 2026',
    'Readings of Amira and Bilal',
    'اتحاد',
    'Third party',
  ]) {
    expect(texts).toContain(words);
  }
});

test('a folded actor says how many it holds, and shares a ground with those who are drawn', () => {
  const { svg } = drawMap(picture('Union'));
  expect(svg.match(/>\+3</g)).toHaveLength(2);
  expect(svg).toContain('d="M0,0L200,0" stroke="#eee" stroke-width="64"');
});

test('every text runs as its own letters do, and its place does not depend on that', () => {
  const { svg } = drawMap(picture('اتحاد المزارعين في الوادي الأعلى'));
  const runs = svg.split('<text ').slice(1);
  const [names = [], others = []] = [true, false].map((wanted) =>
    runs.filter((run) => !run.includes('>+3<') && run.includes('font-weight="500"') === wanted),
  );
  expect(others.length).toBeGreaterThan(4);
  for (const run of others) expect(run).toContain('direction="ltr" unicode-bidi="plaintext"');
  // What stands at the left of an actor ends there, and what runs from right to left begins there.
  expect(names.length).toBeGreaterThan(2);
  for (const run of names) expect(run).toMatch(/direction="rtl" text-anchor="(middle|start|end)"/);
  expect(drawMap(picture('Council مجلس')).svg).toMatch(/direction="ltr" text-anchor="\w+">Council/);
});

test('a long list of readers is wrapped, and the map begins below it', () => {
  const readers = Array.from({ length: 40 }, (_, at) => `Reader ${at}`).join(', ');
  const plain = drawMap(picture('Union'));
  const long = drawMap({ ...picture('Union'), lines: ['One day', readers] });
  expect(long.width).toBe(plain.width);
  expect(long.height - plain.height).toBeGreaterThanOrEqual(3 * 18);
  for (const [, text = ''] of long.svg.matchAll(/<text [^>]*>([^<]*)</g)) {
    expect(text.length * 5).toBeLessThan(long.width);
  }
});

test('no name can add anything to the drawing, and nothing in it asks another host', () => {
  const plain = tagsOf(drawMap(picture('N')).svg);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 18 }),
        fc.constantFrom('</text><script>', '"><image href="//x"/>', '&amp;', ']]>', "' onload='x"),
      ),
      (name) => {
        const { svg } = drawMap(picture(`N${name.replaceAll(' ', '_')}`));
        const tags = tagsOf(svg);
        expect(tags).toEqual(plain);
        for (const [tag, attributes] of tags) {
          expect(harmless).toContain(tag);
          for (const attribute of attributes) expect(attribute).not.toMatch(/^on|href|src|style/);
        }
        expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/url\(|@import/);
      },
    ),
  );
});

test('everything that is drawn lies within the picture', () => {
  const { svg, width, height } = drawMap(picture('Union of the waters above'));
  const [, x, y] = /translate\((-?[\d.]+) (-?[\d.]+)\)/.exec(svg) ?? [];
  expect(Number(x) - 24).toBeGreaterThan(0);
  expect(Number(x) + 224).toBeLessThan(width);
  expect(Number(y) - 24).toBeGreaterThan(60);
  expect(Number(y) + 24).toBeLessThan(height);
});

function tagsOf(svg: string): [string, string[]][] {
  const tags: [string, string[]][] = [];
  readXml(svg, { open: (name, attributes) => tags.push([name, Object.keys(attributes)]) });
  return tags;
}
