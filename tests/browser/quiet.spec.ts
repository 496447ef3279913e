import type { Locator, Page } from '@playwright/test';
import { choose, goTo, openAccountMenu } from './support/frame.ts';
import { openPanel } from './support/ledger.ts';
import { openExport, person } from './support/participants.ts';
import { expect, test } from './support/test.ts';
import { Watch } from './support/watch.ts';

/**
 * Before somebody joins, the page asks who they are already: nobody, it is told. And a space may be left
 * while one of its documents is just being opened.
 */
const expected = /401 .*\/api\/session$|closed before the connection is established/;

const partsOfSpace = 'Parts of this space’s settings';
const endings = ['removed', 'space-ended,3', 'process-ended', 'session-ended', 'shut-out'].map(
  (ending) => `/ended#${ending}`,
);

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
  const more = page.getByRole('button', { name: 'More views' });
  await more.click();
  const others = await page.getByRole('menuitemradio').allTextContents();
  expect(others.length).toBeGreaterThan(5);
  await page.keyboard.press('Escape');
  for (const view of others) {
    await more.or(page.locator('button.chosen')).first().click();
    await page.getByRole('menuitemradio', { name: view.trim(), exact: true }).click();
    await expect(page.getByRole('main')).toContainText(/\S/);
  }
  await choose(page, 'View', 'Network');
  await goTo(page, 'participants');
  await person(page, 'Delegate U-01').waitFor();
  await goTo(page, 'agenda');
  for (const view of ['List', 'Days']) await choose(page, 'View', view);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('Escape');
}

const press = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** Opens a dialog, looks at it, and closes it again. */
async function look(page: Page, opener: string | RegExp, dialog: string | RegExp) {
  await press(page, opener);
  await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
  await page.keyboard.press('Escape');
}

test('no dialog of the account or of a space asks elsewhere or complains', async ({
  team,
  parley,
}) => {
  const nadia = await team.signIn();
  const process = await team.openExample(nadia, 'lake-meridia');
  const page = await nadia.newPage();
  await page.goto(`${parley.origin}/account`);
  await look(page, 'Change password', 'Change password');
  await look(page, 'Add a passkey', /passkey/);
  await look(page, 'Turn on', 'Turn on two-step sign-in');
  await look(page, 'Wipe this device', 'Wipe this device');
  await page.goto(parley.origin);
  await look(page, 'New process', 'A new process');

  await page.goto(team.address(process, 'participants'));
  const openPart = async (part: string) => {
    await press(page, /^Team \d/);
    await press(page, part);
  };
  await openPart('Show who and when');
  await press(page, 'Audit trail');
  await page.getByRole('dialog', { name: 'Audit trail' }).getByRole('heading').first().waitFor();
  await page.keyboard.press('Escape');
  await openPart('New space');
  await page.keyboard.press('Escape');
  await openPart('Manage members');
  const space = page.getByRole('dialog', { name: 'Team', exact: true });
  for (const part of ['Waiting', 'Settings', 'Links']) await choose(space, partsOfSpace, part);
  await press(space, 'New link');
  await press(space, 'Create link');
  await press(space, 'Show QR code');
  await page.getByRole('img', { name: 'QR code of the invitation link' }).waitFor();
  await page.keyboard.press('Escape');
  await look(page, 'All changes saved', 'What is saved');
  await openExport(page);
  const file = page.waitForEvent('download');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Export / })
    .click();
  await file;
  for (const part of ['Comments', 'Votes', 'Decisions'] as const) await openPanel(page, part);
  expect(team.watch.faults).toEqual([]);
});

test('no page for who is not signed in, or no longer, asks elsewhere or complains', async ({
  team,
  parley,
}) => {
  const nadia = await team.signIn();
  const process = await team.makeProcess(nadia, 'Two valleys');
  const link = await team.invite(nadia, process, 'participant', { waits: true });
  const page = await (await team.visitor()).newPage();
  await page.goto(`${parley.origin}/sign-in`);
  await press(page, 'Sign in');
  for (const address of ['/reset', `/reset#${'x'.repeat(43)}`, '/join', '/nowhere', ...endings]) {
    await page.goto(`${parley.origin}${address}`);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.goto(link);
  await page.getByLabel('Your name').fill('Bilal');
  await press(page, 'Ask to come in');
  await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
  expect(team.watch.faults).toEqual([]);
});

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
