import type { BrowserContext, Page } from '@playwright/test';
import { formsOf } from '@parley/sync/testing/forms-of-text';
import { goTo, isSaid, savedState } from './support/frame.ts';
import { Received } from './support/received.ts';
import { openRound, rate, revealRound, round, saySource, sayWhy } from './support/rounds.ts';
import { expect, test } from './support/test.ts';
import { chooseView } from './support/views.ts';

/*
 * Leaving, closing, losing the server by a cut or by a restart: no rating of a blind round is lost by
 * it, and none is seen by it.
 */

const title = 'In bad weather';
const why = 'Why-they-own-the-boats-of-Qasr';
const kinds = ['Structural power', 'Relational power', 'Procedural power', 'Narrative power'];

/** One's own levels of the actor that is shown, by kind; what is not rated is left out. */
async function ownLevels(page: Page): Promise<readonly string[]> {
  const levels = await Promise.all(
    kinds.map((name) =>
      page
        .getByRole('radiogroup', { name })
        .locator('input:checked')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '')),
    ),
  );
  return levels.flat();
}
const hasLevels = (page: Page, ...levels: readonly string[]) =>
  expect.poll(() => ownLevels(page)).toEqual(levels);
const nextActor = (page: Page) => page.getByRole('button', { name: 'Next actor' }).click();
const saved = (page: Page) => isSaid(page, /^(All changes saved|Up to date)/);

test('no rating is lost by leaving, by a cut or by a restart, and none is seen', async ({
  ownTeam: team,
  ownParley: parley,
}) => {
  const lead = await team.signIn();
  const process = await team.openExample(lead, 'lake-meridia');
  const guest = await team.join(lead, process, 'Tomás Rey', 'participant');
  const seen = { host: new Received(), tomas: new Received() };
  const open = async (context: BrowserContext, received: Received) => {
    const page = await context.newPage();
    await received.over(page);
    await page.goto(`${team.address(process, 'actors')}?view=rounds`);
    return page;
  };
  const host = await open(lead, seen.host);
  let tomas = await open(guest, seen.tomas);
  await openRound(host, title, 3);
  await expect(round(tomas, title)).toContainText('0 of 2 finished');
  await saySource(tomas, 'Seen ourselves');
  await rate(tomas, ['3']);
  await sayWhy(tomas, why);
  await rate(tomas, ['3', '0', 'u']);

  await test.step('who goes to another board, or closes the page, finds all of it', async () => {
    await goTo(tomas, 'agenda');
    await goTo(tomas, 'actors');
    await chooseView(tomas, 'Blind rounds');
    await hasLevels(tomas, '3', '0', 'Unknown');
    await saved(tomas);
    await tomas.close();
    tomas = await open(guest, seen.tomas);
    await hasLevels(tomas, '3', '0', 'Unknown');
  });

  await test.step('what was taken survives a power cut, and what waits is sent after it', async () => {
    await savedState(tomas).click();
    await tomas.getByRole('switch', { name: 'Keep on this device' }).check();
    await tomas.keyboard.press('Escape');
    await saySource(tomas, 'Seen ourselves');
    await nextActor(tomas);
    await rate(tomas, ['1']);
    await saved(tomas);
    await parley.kill();
    await isSaid(tomas, /^Offline/);
    await rate(tomas, ['2']);
    await expect(round(tomas, title)).toContainText('Waits to be sent');
    await tomas.close({ runBeforeUnload: true });
    await expect.poll(() => guest.pages().length).toBe(0);
    await parley.start();
    tomas = await open(guest, seen.tomas);
    await saved(tomas);
    await tomas.reload();
    await expect(round(tomas, title)).toContainText('4 of 12 rated');
    await hasLevels(tomas, '3', '0', 'Unknown');
    await nextActor(tomas);
    await hasLevels(tomas, '2');
  });

  await test.step('a restart under open pages changes nothing', async () => {
    await saved(host);
    await parley.stop();
    for (const page of [host, tomas]) await isSaid(page, /^Offline/);
    await parley.start();
    for (const page of [host, tomas]) await saved(page);
    await hasLevels(tomas, '2');
    await saySource(tomas, 'Seen ourselves');
    await nextActor(tomas);
    await rate(tomas, ['u', '0', '4', '4']);
    await expect(round(tomas, title)).toContainText('8 of 12 rated');
    await tomas.getByRole('button', { name: 'I am done' }).click();
    await expect(round(host, title)).toContainText('1 of 2 finished');
    await host.reload();
    await expect(round(host, title)).toContainText('1 of 2 finished');
  });

  await test.step('until now nobody else has seen any, nor does a file hold one', async () => {
    expect(seen.tomas.formsOf(why)).not.toEqual([]);
    expect(seen.host.formsOf(why)).toEqual([]);
    expect(seen.host.formsOf('assessment', '.ledger')).toEqual([]);
    for (const { missed } of Object.values(seen)) expect(missed).toEqual([]);
    const kept = await parley.kept();
    expect(kept.includes(title)).toBe(true);
    expect(Object.values(formsOf(why)).some((form) => kept.includes(form))).toBe(false);
  });

  await test.step('the reveal has each of them once', async () => {
    await revealRound(host);
    const results = host.getByRole('region', { name: 'What was rated' });
    await results.waitFor();
    const said = await results
      .getByRole('img')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(said.toSorted()).toEqual(
      [
        ...['Levels 3', 'Levels 0', '1 unknown', 'Levels 2'],
        ...['1 unknown', 'Levels 0', 'Levels 4', 'Levels 4'],
      ].toSorted(),
    );
    await expect.poll(() => seen.host.formsOf(why, '.ledger')).not.toEqual([]);
  });
});
