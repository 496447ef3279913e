import { readFile } from 'node:fs/promises';
import { settingsId, type Board as BoardDocument, type NewRecord } from '@parley/model';
import type { Download, Page } from '@playwright/test';
import { choose } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';
import type { Team } from './support/team.ts';
import { writeBoard } from './support/write-board.ts';

/*
 * The pictures of the people, drawn from people who are known here. What a picture says part by part has
 * to be what its table says cell by cell, and what the list really is.
 */

/** Nineteen people and eighteen seats: of the Union nine are confirmed, of the Council seven. */
function furnish(board: BoardDocument) {
  const made = (result: ReturnType<BoardDocument['create']>): string => {
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };
  const union = made(board.create('actor', { name: 'River Union', at: { x: 0, y: 0 } }));
  const council = made(board.create('actor', { name: 'Hill Council', at: { x: 160, y: 0 } }));
  let number = 0;
  const add = (count: number, person: NewRecord<'participant'>) => {
    for (let one = 0; one < count; one += 1) {
      number += 1;
      made(board.create('participant', { pseudonym: `Delegate ${number}`, ...person }));
    }
  };
  const stage = 'confirmed';
  add(3, { delegation: union, gender: 'woman', stage });
  add(5, { delegation: union, gender: 'man', stage });
  add(1, { delegation: union, stage });
  add(1, { delegation: council, gender: 'woman', stage });
  add(6, { delegation: council, gender: 'man', stage });
  add(2, { delegation: union, gender: 'man', stage: 'invited' });
  add(1, { delegation: council, gender: 'woman', stage: 'declined' });
  const men = board
    .list('participant')
    .filter((one) => one.delegation === council && one.gender === 'man')
    .slice(0, 2);
  const first = made(board.create('agendaDay', { date: '2026-03-02' }));
  const second = made(board.create('agendaDay', { date: '2026-03-03' }));
  made(board.create('agendaBlock', { day: first, title: 'Opening' }));
  made(
    board.create('agendaBlock', {
      ...{ day: second, title: 'Engineers', everyone: false },
      participants: men.map(({ id }) => id),
    }),
  );
  const seats = { [union]: 10, [council]: 8 };
  const settled = board.change('settings', settingsId, { seats });
  if (!settled.ok) throw new Error(JSON.stringify(settled.problems));
}

/** One number of a picture or of its table. */
interface Said {
  readonly place: string;
  readonly group: string;
  readonly people: number;
}

interface Picture {
  readonly name: string;
  readonly title: RegExp;
  readonly file: string;
  /** What a part says, by the name that readers of the screen hear. */
  readonly heard: (label: string) => Said;
  /** What a row says; left out are cells that no part is drawn for. */
  readonly told: (row: readonly string[], heads: readonly string[]) => readonly Said[];
  /** Some numbers as they must be. */
  readonly known: readonly Said[];
}

const said = (place: string, group: string, people: number): Said => ({ place, group, people });

function read(label: string, pattern: RegExp): readonly string[] {
  const found = pattern.exec(label);
  if (!found) throw new Error(`A part says “${label}”`);
  return found.slice(1);
}

/** Cells from one column to another, as what a row says of one place. */
const cells = (
  place: string,
  row: readonly string[],
  heads: readonly string[],
  from: number,
  to: number,
) =>
  row
    .slice(from, to)
    .map((cell, at) => said(place, heads[from + at] ?? '', Number.parseInt(cell, 10)));

const pictures: readonly Picture[] = [
  {
    name: 'Composition',
    title: /^Gender among 16 confirmed, by delegation$/,
    file: 'composition',
    heard(label) {
      const [place = '', group = '', people] = read(label, /^(.+): (.+) (\d+) of \d+ · [\d.]+%$/);
      return said(place, group, Number(people));
    },
    told: (row, heads) => cells(row[0] ?? '', row, heads, 1, -1),
    known: [
      said('All', 'Woman', 4),
      said('All', 'Man', 11),
      said('All', 'Not known', 1),
      said('River Union', 'Woman', 3),
      said('River Union', 'Man', 5),
      said('River Union', 'Not known', 1),
      said('Hill Council', 'Woman', 1),
      said('Hill Council', 'Man', 6),
    ],
  },
  {
    name: 'Seats',
    title: /^Who holds the 18 seats, by Gender$/,
    file: 'seats',
    heard(label) {
      if (label.startsWith('Open seat, ')) return said(label.slice(11), 'Open seats', 1);
      const [place = '', group = ''] = read(label, /^Delegate \d+, (.+): (.+)$/);
      return said(place, group, 1);
    },
    told: (row, heads) => (row[0] === 'All' ? [] : cells(row[0] ?? '', row, heads, 1, -1)),
    known: [
      said('River Union', 'Woman', 3),
      said('River Union', 'Man', 5),
      said('River Union', 'Not known', 1),
      said('River Union', 'Open seats', 1),
      said('Hill Council', 'Woman', 1),
      said('Hill Council', 'Man', 6),
      said('Hill Council', 'Open seats', 1),
    ],
  },
  {
    name: 'Way to the room',
    title: /^How far 19 people on the list came, by Gender$/,
    file: 'way-to-the-room',
    heard(label) {
      if (label.includes(', from ')) {
        const [way = '', stage = '', group = '', people] = read(
          label,
          /^(\w+), from (\w+): (.+) (\d+)$/,
        );
        return said(`${stage} ${way}`, group, Number(people));
      }
      const [stage = '', group = '', people] = read(label, /^(\w+): (.+) (\d+) of \d+ · [\d.]+%$/);
      return said(`${stage} Came so far`, group, Number(people));
    },
    told: ([stage = '', what = '', ...row], heads) =>
      what === 'Are here now' ? [] : cells(`${stage} ${what}`, row, heads.slice(2), 0, -1),
    known: [
      said('Longlisted Came so far', 'Woman', 5),
      said('Longlisted Declined', 'Woman', 1),
      said('Invited Came so far', 'Man', 13),
      said('Confirmed Came so far', 'Woman', 4),
      said('Confirmed Came so far', 'Not known', 1),
    ],
  },
];

/** A plenary, and a hearing of one delegation of which no woman of the other is part. */
const overMeetings: Picture = {
  name: 'Over meetings',
  title: /^Gender of who is expected, session by session$/,
  file: 'over-meetings',
  heard(label) {
    const [place = '', group = '', people] = read(label, /^(.+): (.+) (\d+) of \d+ · [\d.]+%$/);
    return said(place, group, Number(people));
  },
  told: (row, heads) => cells(row[0] ?? '', row, heads, 1, -1),
  known: [
    said('All sessions, each person once', 'Man', 11),
    said('2 Mar 2026 · Opening', 'Woman', 4),
    said('2 Mar 2026 · Opening', 'Not known', 1),
    said('3 Mar 2026 · Engineers', 'Man', 2),
  ],
};

/** Numbers of the same place and group together, zeros left out, in one order. */
function sums(all: readonly Said[]): readonly Said[] {
  const byPlace = Map.groupBy(all, ({ place, group }) => `${place} · ${group}`);
  return [...byPlace]
    .map(([, same]) => ({
      ...said(same[0]?.place ?? '', same[0]?.group ?? '', 0),
      people: same.reduce((sum, { people }) => sum + people, 0),
    }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => `${a.place} ${a.group}`.localeCompare(`${b.place} ${b.group}`));
}

const drawn = (page: Page, { title }: Picture) => page.getByRole('listbox', { name: title });

async function openPictures(page: Page, address: string) {
  await page.goto(`${address}?view=pictures`);
  await expect(page.getByRole('radiogroup', { name: 'Picture' })).toBeVisible();
}

async function partsOf(page: Page, picture: Picture): Promise<readonly Said[]> {
  await choose(page, 'Picture', picture.name);
  const parts = drawn(page, picture).getByRole('option');
  await expect(parts.first()).toBeVisible();
  const labels = await parts.evaluateAll((all) =>
    all.map((part) => part.getAttribute('aria-label') ?? ''),
  );
  return sums(labels.map(picture.heard));
}

async function tableOf(page: Page, { title, told }: Picture): Promise<readonly Said[]> {
  await choose(page, 'Shown as', 'Table');
  const rows = await page
    .getByRole('region', { name: title })
    .getByRole('row')
    .evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())),
    );
  await choose(page, 'Shown as', 'Picture');
  const [heads = [], ...body] = rows;
  return sums(body.flatMap((row) => told(row, heads)));
}

async function savedAs(page: Page, kind: RegExp): Promise<{ file: Buffer; download: Download }> {
  await page.getByRole('button', { name: 'Save the picture' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: kind }).click(),
  ]);
  return { file: await readFile(await download.path()), download };
}

/** What a saved SVG holds. @param page a blank one */
const parsed = (page: Page, svg: string) =>
  page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const all = [...root.querySelectorAll('*')];
    return {
      name: root.nodeName,
      size: [root.getAttribute('width'), root.getAttribute('height')].map(Number),
      texts: all.filter(({ nodeName }) => nodeName === 'text').map((one) => one.textContent),
      areas: all.filter(({ nodeName }) => ['rect', 'circle', 'path'].includes(nodeName)).length,
      foreign: all.filter(({ nodeName }) =>
        ['script', 'foreignObject', 'image', 'use', 'a', 'style', 'parsererror'].includes(nodeName),
      ).length,
      unresolved: all.filter((one) =>
        [...one.attributes].some(
          ({ name, value }) => /^on|href/.test(name) || value.includes('var('),
        ),
      ).length,
    };
  }, svg);

/** Width and height of a PNG, and how many colours stand on it. @param page a blank one */
const looked = (page: Page, png: Buffer) =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    const colours = new Set<string>();
    for (let at = 0; at < data.length; at += 4 * 31)
      colours.add([data[at], data[at + 1], data[at + 2]].join(' '));
    return { size: [image.width, image.height], colours: colours.size };
  }, png.toString('base64'));

async function furnished(team: Team, origin: string) {
  const lead = await team.signIn({ viewport: { width: 1440, height: 900 } });
  const process = await team.makeProcess(lead, 'A talk by the river');
  await writeBoard(lead, origin, process, furnish);
  return { lead, process };
}

test('every picture says what its table says, and what the list is', async ({ team, parley }) => {
  const { lead, process } = await furnished(team, parley.origin);
  const page = await lead.newPage();
  await openPictures(page, team.address(process, 'participants'));
  for (const picture of [...pictures, overMeetings]) {
    const parts = await partsOf(page, picture);
    for (const one of picture.known) expect.soft(parts, picture.name).toContainEqual(one);
    expect.soft(await tableOf(page, picture), picture.name).toEqual(parts);
    await isAccessible(page, picture.name);
  }
});

test('every picture is saved as an SVG that stands by itself, and as a PNG', async ({
  team,
  parley,
}) => {
  const { lead, process } = await furnished(team, parley.origin);
  const page = await lead.newPage();
  // Files are read where no style and no rule of ours holds.
  const blank = await lead.newPage();
  await openPictures(page, team.address(process, 'participants'));
  // Files are for paper, whatever the screen is.
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const picture of [...pictures, overMeetings]) {
    await partsOf(page, picture);
    const parts = await drawn(page, picture).getByRole('option').count();
    const svg = await savedAs(page, /^SVG/);
    expect(svg.download.suggestedFilename()).toBe(`${picture.file}.svg`);
    const inside = await parsed(blank, svg.file.toString('utf8'));
    expect(inside).toMatchObject({ name: 'svg', foreign: 0, unresolved: 0 });
    expect(inside.texts.join(' ')).toMatch(new RegExp(picture.title.source.slice(1, -1)));
    expect(inside.texts.join(' ')).toContain('A talk by the river · ');
    expect(inside.areas).toBeGreaterThan(parts);

    const png = await savedAs(page, /^PNG/);
    expect(png.download.suggestedFilename()).toBe(`${picture.file}.png`);
    const seen = await looked(blank, png.file);
    expect(seen.size).toEqual(inside.size.map((length) => Math.round(2 * length)));
    expect(seen.colours).toBeGreaterThan(3);
  }
});

test('every picture is walked and its people are chosen by key', async ({ team, parley }) => {
  const { lead, process } = await furnished(team, parley.origin);
  const page = await lead.newPage();
  await openPictures(page, team.address(process, 'participants'));
  for (const picture of [...pictures, overMeetings]) {
    await partsOf(page, picture);
    const parts = drawn(page, picture).getByRole('option');
    await drawn(page, picture).locator('[role=option][tabindex="0"]').focus();
    await expect(parts.first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(parts.nth(1)).toBeFocused();
    await page.keyboard.press('End');
    await expect(parts.last()).toBeFocused();
    await page.keyboard.press('Home');
    const label = (await parts.first().getAttribute('aria-label')) ?? '';
    await page.keyboard.press('Enter');
    await expect(parts.first()).toHaveAttribute('aria-selected', 'true');
    const { people } = picture.heard(label);
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(
      people === 1 ? /^Delegate \d+$/ : new RegExp(`^${people} people`),
    );
  }
});

test('every picture has room on a phone, in light and in dark', async ({ team, parley }) => {
  const { lead, process } = await furnished(team, parley.origin);
  const phone = await team.join(lead, process, 'Amira', 'facilitator', {
    ...{ viewport: { width: 390, height: 844 }, hasTouch: true },
  });
  const page = await phone.newPage();
  await openPictures(page, team.address(process, 'participants'));
  for (const picture of [...pictures, overMeetings]) {
    const parts = await partsOf(page, picture);
    for (const one of picture.known) expect.soft(parts, picture.name).toContainEqual(one);
    await isAccessible(page, `${picture.name} on a phone`);
    const across = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(across, picture.name).toBeLessThanOrEqual(390);
  }
});

test('for people outside the team no picture shows a small group, or anybody', async ({
  team,
  parley,
}) => {
  const { lead, process } = await furnished(team, parley.origin);
  await writeBoard(lead, parley.origin, process, (board) =>
    board.change('settings', settingsId, { smallGroups: 3 }),
  );
  const page = await lead.newPage();
  const blank = await lead.newPage();
  await openPictures(page, team.address(process, 'participants'));
  await page.getByRole('switch', { name: 'For people outside the team' }).click();
  for (const { name, file } of pictures) {
    await choose(page, 'Picture', name);
    const picture = page.getByRole('listbox');
    await expect(picture.getByRole('option').first()).toBeVisible();
    const labels = await picture
      .getByRole('option')
      .evaluateAll((all) => all.map((part) => part.getAttribute('aria-label') ?? ''));
    expect(labels.join('\n'), name).not.toMatch(/Delegate|Open seat/);
    if (name === 'Seats') {
      const seats = Map.groupBy(labels, (label) => label);
      for (const [label, same] of seats)
        if (!label.startsWith('withheld')) expect(same.length, label).toBeGreaterThanOrEqual(3);
    } else {
      const small = labels.filter((label) => / [12] of /.test(label));
      expect(
        small.filter((label) => !label.includes(': withheld ')),
        name,
      ).toEqual([]);
    }
    await isAccessible(page, `${name}, for people outside`);
    const svg = await savedAs(page, /^SVG/);
    expect(svg.download.suggestedFilename()).toBe(`${file}.svg`);
    const { texts } = await parsed(blank, svg.file.toString('utf8'));
    expect(texts.join(' ')).toContain('Counts from 1 to 2 are withheld');
    expect(texts.join(' ')).not.toMatch(/Delegate \d/);

    await choose(page, 'Shown as', 'Table');
    const rows = await page
      .getByRole('main')
      .getByRole('table')
      .getByRole('row')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('th, td')].map((one) => one.textContent.trim())),
      );
    const [heads = [], ...body] = rows;
    const shown = body.flatMap((row) => row.filter((_, at) => heads[at] !== 'withheld'));
    expect(shown, name).toContain('withheld');
    expect(
      shown.filter((cell) => /^[12]( |$)/.test(cell)),
      name,
    ).toEqual([]);
    // A zero is nobody's, and must not hide.
    if (name !== 'Seats')
      expect(
        shown.some((cell) => /^0( |$)/.test(cell)),
        name,
      ).toBe(true);
    await choose(page, 'Shown as', 'Picture');
  }
});

test('of sessions nothing is shown outside the team, and inside it what each is without', async ({
  team,
  parley,
}) => {
  const { lead, process } = await furnished(team, parley.origin);
  const page = await lead.newPage();
  await openPictures(page, team.address(process, 'participants'));
  await choose(page, 'Picture', overMeetings.name);
  await expect(page.getByText('Woman: nobody in 3 Mar 2026 · Engineers.')).toBeVisible();
  await choose(page, 'Who is counted', 'Came');
  await expect(
    page.getByText('without any attendance on record, which are left out: 2'),
  ).toBeVisible();
  await page.getByRole('switch', { name: 'For people outside the team' }).click();
  await choose(page, 'Who is counted', 'Expected');
  await expect(page.getByText('Woman: nobody in')).toHaveCount(0);
  await choose(page, 'Shown as', 'Table');
  const cells = page.getByRole('main').getByRole('table').getByRole('cell');
  expect(await cells.allInnerTexts()).toEqual(['withheld', 'withheld', 'withheld']);
});
