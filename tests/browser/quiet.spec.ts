import type { Page } from '@playwright/test';
import { choose, goTo, openAccountMenu } from './support/frame.ts';
import { person } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { Watch } from './support/watch.ts';

/**
 * Before somebody joins, the page asks who they are already: nobody, it is told. And a space may be left
 * while one of its documents is just being opened.
 */
const expected = /401 .*\/api\/session$|closed before the connection is established/;

test('no page asks another host for anything, or has anything to complain about', async ({
  parley,
  team,
}) => {
  const page = await (await team.visitor()).newPage();
  const open = async (address: string, sign: string) => {
    await page.goto(address);
    await page.getByRole('button', { name: sign }).waitFor();
  };
  const nadia = await team.signIn();
  const process = await team.openExample(nadia, 'lake-meridia');
  await open(parley.setUpLink, 'Create account');
  await open(`${parley.origin}/sign-in`, 'Sign in');
  await open(await team.invite(nadia, process, 'facilitator'), 'Join');
  await page.getByLabel('Your name').fill('Tomás Rey');
  await page.getByRole('button', { name: 'Join' }).click();
  await everyView(page);
  await openAccountMenu(page);
  await page.getByRole('link', { name: 'To your processes' }).click();
  await page.getByRole('heading', { name: 'Your processes' }).waitFor();
  expect(team.watch.faults).toEqual([]);
  expect(team.watch.failures.filter((line) => !expected.test(line))).toEqual([]);
});

async function everyView(page: Page) {
  await page.getByRole('heading', { level: 1, name: 'Actors' }).waitFor();
  for (const view of ['Table', 'Ties', 'Network']) await choose(page, 'View', view);
  await goTo(page, 'participants');
  await person(page, 'Delegate U-01').waitFor();
  await goTo(page, 'agenda');
  for (const view of ['List', 'Days']) await choose(page, 'How the agenda is shown', view);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
}

test('what a policy forbids would be noticed, and is not let through', async ({
  browser,
  parley,
}) => {
  const context = await browser.newContext();
  const watch = new Watch();
  await watch.over(context, parley.origin);
  const page = await context.newPage();
  await page.goto(`${parley.origin}/sign-in`);
  const reached = await page.evaluate(() =>
    fetch('https://parley.invalid/').then(
      () => true,
      () => false,
    ),
  );
  expect(reached).toBe(false);
  await expect
    .poll(() => watch.faults.join('\n'))
    .toMatch(/policy connect-src: https:\/\/parley\./);
  const written = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<b>Markup</b>';
    } catch (fault) {
      return String(fault);
    }
    return document.body.innerHTML;
  });
  expect(written).toMatch(/^TypeError/);
  await expect
    .poll(() => watch.faults.join('\n'))
    .toMatch(/policy require-trusted-types-for: trusted-types-sink/);
  await context.close();
});
