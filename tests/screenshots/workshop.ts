import type { ProcessSummary } from '@parley/contracts';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { actorOnMap, actorPanel, chooseActor } from '../browser/support/actors.ts';
import { assessSheet, beginToAssess } from '../browser/support/assess.ts';
import { openConvening, matrix, state } from '../browser/support/convening.ts';
import { openRound, rate, revealRound, round, saySource } from '../browser/support/rounds.ts';
import type { Team } from '../browser/support/team.ts';

/*
 * The pictures of docs/mapping-in-a-workshop.md: an afternoon with the fictional demo, in its order.
 */

interface Afternoon {
  readonly team: Team;
  readonly process: ProcessSummary;
  readonly lead: BrowserContext;
  /** A colleague at a desk. */
  readonly tomas: BrowserContext;
  /** Somebody in the room, with a phone. */
  readonly amira: BrowserContext;
  readonly take: (page: Page, name: string) => Promise<void>;
}

const union = 'Delta Farmers’ League';
const asked = 'Before the break';

/** Waits until the page has sent all, and puts no question. */
async function calm(page: Page) {
  const question = page.getByRole('button', { name: 'Not now' });
  if (await question.isVisible()) await question.click();
  await page.locator('header').locator('.badge.saved, .badge.read-only').waitFor();
  await expect(page.getByText('Sending…')).toHaveCount(0);
}

export async function takeWorkshop({ team, process, lead, tomas, amira, take: shoot }: Afternoon) {
  const take = async (page: Page, name: string) => {
    await calm(page);
    await shoot(page, name);
  };
  const board = team.address(process, 'actors');
  const page = await team.open(lead, process, 'actors');
  const phone = await amira.newPage();
  const desk = await team.open(tomas, process, 'actors');

  // Cards: from a phone, and what the facilitator sees of them.
  await phone.goto(`${board}?view=cards`);
  const put = async (name: string, why: string) => {
    await phone.getByLabel('Name of a person or group').fill(name);
    await phone.getByLabel('Why they matter').fill(why);
  };
  const cards = [
    ['Boat builders', 'Nothing moves on the lake without them.'],
    ['The Elders', 'They open every meeting.'],
    ['معلّمو القرى', 'يعرفون كل العائلات على ضفتي البحيرة.'],
  ] as const;
  for (const [name, why] of cards) {
    await put(name, why);
    await phone.getByRole('button', { name: 'Put the card' }).click();
    await phone.getByRole('heading', { name, exact: true }).waitFor();
  }
  await put('Ferry pilots', 'They carry news to both shores.');
  await take(phone, 'workshop-card-phone');
  await page.goto(`${board}?view=cards`);
  await page.getByRole('heading', { name: 'The Elders', exact: true }).waitFor();
  await take(page, 'workshop-cards');
  const card = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await card('Boat builders').getByRole('button', { name: 'Place on the map' }).click();
  await card('معلّمو القرى').getByRole('button', { name: 'Place on the map' }).click();
  // Both are settled for everybody before the page is left.
  await expect(phone.getByText('2 cards are settled')).toBeVisible();

  // Two that are the same; a tie.
  await page.goto(board);
  await actorOnMap(page, 'Boat builders').click();
  await actorOnMap(page, 'Lake Fishers Council').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Make one of them' }).click();
  await page.getByRole('dialog').getByText('Lake Fishers Council').waitFor();
  await take(page, 'workshop-merge');
  await page.keyboard.press('Escape');
  await chooseActor(page, union);
  await actorPanel(page).getByRole('button', { name: 'Add tie' }).click();
  await page.getByRole('dialog', { name: 'Add tie' }).waitFor();
  await take(page, 'workshop-tie');
  await page.keyboard.press('Escape');

  // Readings of one's own, by two people.
  const readings = [
    ['Council of Elders', '1424', '23'],
    ['Northern Command', '4102', '41'],
    ['Premier’s Office', '32u1', '34'],
    [union, '2331', '42'],
    ['Terrace Growers', '1213', '14'],
  ] as const;
  for (const [one, shift] of [
    [page, 0],
    [desk, 1],
  ] as const) {
    for (const [name, levels, others] of readings) {
      await chooseActor(one, name);
      await one.keyboard.press('a');
      const sheet = await beginToAssess(one, 'Seen ourselves');
      const first = sheet.getByRole('radiogroup', { name: 'Structural power' });
      await first.getByRole('radio').first().focus();
      const keys = levels.slice(shift) + levels.slice(0, shift) + others;
      for (const key of keys) {
        await one.keyboard.press(key);
        await one.keyboard.press('ArrowDown');
      }
      if (one === page && name === union) await take(page, 'workshop-assess');
      await one.keyboard.press('Escape');
      await one.keyboard.press('Escape');
      await assessSheet(one).waitFor({ state: 'hidden' });
    }
  }
  await page.goto(`${board}?view=interest`);
  await page.locator('[data-cell="2 1"]').waitFor();
  await take(page, 'workshop-interest');

  // A blind round: rated on a phone, shown to all.
  const everybody = [page, desk, phone];
  for (const one of everybody) await one.goto(`${board}?view=rounds`);
  await openRound(page, asked, 8);
  for (const [who, one] of everybody.entries()) {
    await round(one, asked).waitFor();
    await saySource(one, 'Seen ourselves');
    const levels = Array.from({ length: 32 }, (_, at) =>
      at % 11 === who ? 'u' : String((at * (who + 1) + who) % 5),
    );
    await rate(one, levels.slice(0, 6));
    if (one === phone) await take(phone, 'workshop-round-phone');
    await rate(one, levels);
    await one.getByRole('button', { name: 'I am done' }).click();
  }
  await revealRound(page);
  await page.getByRole('region', { name: 'What was rated' }).waitFor();
  await take(page, 'workshop-round');

  // Who can bring whom.
  const convening = await openConvening(team, lead, process);
  await state(convening, {
    ...{ convener: 'Nadia Halden', party: 'Premier’s Office', source: 'Soft power: reputation' },
    ...{ figures: ['4', '1', 'u'], why: 'They take every call and change nothing.' },
  });
  await state(convening, {
    ...{ convener: 'Dialogue team', party: 'Upland Water Union', source: 'Normative power' },
    figures: ['3', '3', '3'],
  });
  await state(convening, {
    ...{ convener: 'Council of Elders', party: 'Northern Command', source: 'Referent power' },
    ...{ figures: ['3', '2', '4'], why: 'Varr married into the family of one of them.' },
  });
  await matrix(convening)
    .getByRole('columnheader', { name: 'Northern Command', exact: true })
    .click();
  await take(convening, 'workshop-convening');
  await convening.close();

  // Over time, and out into a file.
  await page.goto(board);
  await page.getByRole('button', { name: 'Over time' }).click();
  await page.getByRole('button', { name: 'Change before' }).click();
  await page.getByRole('button', { name: 'Change before' }).click();
  await take(page, 'workshop-time');
  await page.getByRole('button', { name: 'Back to now' }).click();
  await page.getByRole('button', { name: 'Import and export' }).click();
  await page.getByRole('menuitem', { name: /Export/ }).click();
  await page.getByRole('dialog', { name: 'Export the map' }).waitFor();
  await take(page, 'workshop-export');
  for (const one of everybody) await one.close();
}
