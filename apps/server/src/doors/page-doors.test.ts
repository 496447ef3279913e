import { pages, requireRows, type PageName } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSpace } from '../testing/test-parley.ts';
import { openHouse, type House } from '../testing/place.ts';
import type { Answer, Visitor } from '../testing/visitor.ts';

/*
 * Every page × everybody who may ask for it gives exactly what the table says (contracts, pages.ts). The
 * frame of a page is the same whoever asks and whatever space its address names; that the built pages
 * are so too is asked in tests/browser/pages.spec.ts.
 */
let house: House;
let caucus: string;
beforeAll(async () => {
  house = await openHouse();
  caucus = await makeSpace(house.founder, house.processId, 'Caucus of the north');
});
afterAll(() => house.parley.end());

// The keys of the table.
const names = Object.keys(pages) as PageName[];

/** The page's address for a space of one's own, a caucus that is closed, and one that is not there. */
function addresses(name: PageName): readonly string[] {
  const places = [house.spaceId, caucus, crypto.randomUUID()];
  const all = places.map((space) =>
    name.replace('[process]', house.processId).replace('[space]', space),
  );
  return [...new Set(all)];
}

/** What came back but for its date, and for the address itself, which leads back after signing in. */
const whole = ({ status, text, headers }: Answer, path: string) =>
  JSON.stringify([status, text, [...headers].filter(([field]) => field !== 'date')])
    .replaceAll(encodeURIComponent(path), 'HERE')
    .replaceAll(path, 'HERE');

describe.each(names)('the page %s', (name) => {
  const asked = async (visitor: Visitor) => {
    const answers = new Set<string>();
    const statuses = new Set<number>();
    for (const path of addresses(name)) {
      const answer = await visitor.get(path);
      statuses.add(answer.status);
      answers.add(whole(answer, path));
    }
    return { answers, statuses: [...statuses] };
  };

  it('is the same for everybody with a session, whatever space it names', async () => {
    const answers = new Set<string>();
    const people = house.insiders.map(({ visitor }) => visitor);
    for (const visitor of [house.founder, house.stranger, ...people]) {
      const told = await asked(visitor);
      expect(told.statuses).toEqual([200]);
      for (const answer of told.answers) answers.add(answer);
    }
    expect(answers.size).toBe(1);
  });

  it('is to nobody what the table says', async () => {
    const { answers, statuses } = await asked(house.nobody);
    expect(statuses).toEqual([pages[name] === 'nothing' ? 200 : 303]);
    expect(answers.size).toBe(1);
  });
});

describe('the table of pages', () => {
  it('lets no page be built that has no row, nor keeps a row without a page', () => {
    expect(() => requireRows(names)).not.toThrow();
    expect(() => requireRows([...names, '/p/[process]'])).toThrow('without a row: /p/[process]');
    expect(() => requireRows(names.slice(1))).toThrow('without a page: /');
  });
});
