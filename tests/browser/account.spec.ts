import type { Page } from '@playwright/test';
import { codeNow, deviceFor } from './support/authenticators.ts';
import { openAccountMenu } from './support/frame.ts';
import { isAccessible } from './support/look.ts';
import { lead } from './support/team.ts';
import { expect, test } from './support/test.ts';

const section = (page: Page, name: string) => page.getByRole('region', { name });
const dialog = (page: Page) => page.getByRole('dialog');

async function openAccount(page: Page, origin: string) {
  await page.goto(`${origin}/account`);
  await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
}

async function signOut(page: Page) {
  await openAccountMenu(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

async function signInWithPassword(page: Page, password = lead.password) {
  await page.getByLabel('Email').fill(lead.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const atHome = (page: Page) =>
  expect(
    page.getByRole('heading', { name: /Your processes|No process yet/ }).first(),
  ).toBeVisible();

test('a passkey is added, opens the account, is renamed and removed', async ({
  ownParley,
  ownTeam,
}) => {
  const nadia = await ownTeam.signIn();
  const page = await nadia.newPage();
  const device = await deviceFor(page);
  await openAccount(page, ownParley.origin);
  const passkeys = section(page, 'Passkeys');

  await test.step('added under a name', async () => {
    await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await expect(dialog(page).getByText('Enter a name of 1 to 60 characters')).toBeVisible();
    await dialog(page).getByLabel('Name of the passkey').fill('Blue laptop');
    await isAccessible(page, 'naming a passkey', '[role="dialog"]');
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await expect(passkeys.getByText('Blue laptop')).toBeVisible();
  });

  await test.step('used to sign in, with nothing typed', async () => {
    await signOut(page);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await atHome(page);
  });

  await test.step('refused when the device did not check who it is', async () => {
    await signOut(page);
    await device.verifies(false);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(page.getByRole('alert')).toContainText('No passkey was used');
    await device.verifies(true);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await atHome(page);
  });

  await test.step('renamed, removed, and of no use then', async () => {
    await openAccount(page, ownParley.origin);
    await passkeys.getByRole('button', { name: 'Rename Blue laptop' }).click();
    await dialog(page).getByLabel('Name of the passkey').fill('Old laptop');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await passkeys.getByRole('button', { name: 'Remove Old laptop' }).click();
    await dialog(page).getByRole('button', { name: 'Remove passkey' }).click();
    await expect(passkeys.getByText('No passkey yet.')).toBeVisible();
    await signOut(page);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(page.getByRole('alert')).toContainText('This passkey opens no account here');
  });
});

test('two-step sign-in from the QR code to the recovery codes', async ({ ownParley, ownTeam }) => {
  const nadia = await ownTeam.signIn();
  const page = await nadia.newPage();
  await openAccount(page, ownParley.origin);
  const twoStep = section(page, 'Two-step sign-in');
  let secret = '';
  let recovery = '';

  await test.step('turned on', async () => {
    await twoStep.getByRole('button', { name: 'Turn on' }).click();
    await dialog(page).getByLabel('Password', { exact: true }).fill('not my password');
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('This is not your password');
    await dialog(page).getByLabel('Password', { exact: true }).fill(lead.password);
    await dialog(page).getByRole('button', { name: 'Continue' }).click();
    await dialog(page).getByRole('img', { name: 'QR code' }).waitFor();
    await isAccessible(page, 'the QR code', '[role="dialog"]');
    secret = (await dialog(page).locator('code').innerText()).replaceAll(' ', '');
    await dialog(page).getByLabel('Code that the app shows now').fill(codeNow(secret));
    await dialog(page).getByRole('button', { name: 'Turn on' }).click();
    await dialog(page).getByRole('heading', { name: 'Keep these recovery codes' }).waitFor();
    await isAccessible(page, 'recovery codes', '[role="dialog"]');
    recovery = await dialog(page).getByRole('listitem').first().innerText();
    await dialog(page).getByRole('button', { name: 'I have kept them' }).click();
    await expect(twoStep.getByText('10 recovery codes left')).toBeVisible();
  });

  await test.step('asked for at sign-in', async () => {
    await signOut(page);
    await signInWithPassword(page);
    await page.getByRole('heading', { name: 'One more step' }).waitFor();
    await isAccessible(page, 'the second step');
    await expect(page.getByLabel('Code', { exact: true })).toBeFocused();
    await page.keyboard.type('000000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('This code is not right');
    // The code that turned it on has been used; the app's next one is good already.
    await page.getByLabel('Code', { exact: true }).fill(codeNow(secret, Date.now() + 30_000));
    await page.keyboard.press('Enter');
    await atHome(page);
  });

  await test.step('or a recovery code, without the app', async () => {
    await signOut(page);
    await signInWithPassword(page);
    await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
    await page.getByLabel('Recovery code').fill(recovery);
    await page.keyboard.press('Enter');
    await atHome(page);
  });

  await test.step('turned off with the password', async () => {
    await openAccount(page, ownParley.origin);
    await twoStep.getByRole('button', { name: 'Turn off' }).click();
    await dialog(page).getByLabel('Password', { exact: true }).fill(lead.password);
    await dialog(page).getByRole('button', { name: 'Turn off' }).click();
    await expect(twoStep.getByText('Off', { exact: true })).toBeVisible();
  });
});

test('name, password and sessions', async ({ ownParley, ownTeam }) => {
  const nadia = await ownTeam.signIn();
  const page = await nadia.newPage();
  await page.goto(ownParley.origin);
  await openAccountMenu(page);
  await page.getByRole('link', { name: 'Your account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Your account' }).waitFor();
  await isAccessible(page, 'the account');

  await test.step('another name, at once in the menu too', async () => {
    await section(page, 'You').getByLabel('Your name').fill('Nadia H.');
    await section(page, 'You').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: /^Nadia H\.: account/ })).toBeVisible();
  });

  const elsewhere = await ownTeam.visitor();
  const other = await elsewhere.newPage();
  await other.goto(`${ownParley.origin}/sign-in`);
  await signInWithPassword(other);
  await atHome(other);

  await test.step('a session elsewhere is listed, and ended', async () => {
    await page.reload();
    const sessions = section(page, 'Where you are signed in');
    await expect(sessions.getByRole('listitem')).toHaveCount(2);
    await expect(sessions.getByText('shared device')).toBeVisible();
    await sessions.getByRole('button', { name: /^Sign out Chrome on / }).click();
    await expect(sessions.getByRole('listitem')).toHaveCount(1);
    await other.reload();
    await expect(other).toHaveURL(/\/sign-in/);
  });

  await test.step('another password', async () => {
    await section(page, 'Password').getByRole('button', { name: 'Change password' }).click();
    await isAccessible(page, 'changing the password', '[role="dialog"]');
    await dialog(page).getByLabel('Current password').fill(lead.password);
    await dialog(page).getByLabel('New password').fill('another long password');
    await dialog(page).getByRole('button', { name: 'Change password' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await signInWithPassword(other, 'another long password');
    await atHome(other);
  });
});

test('a reset link without a secret says what to do', async ({ parley, team }) => {
  const page = await (await team.visitor()).newPage();
  await page.goto(`${parley.origin}/reset`);
  await expect(page.getByText('There is no link in this address')).toBeVisible();
  const link = `${parley.origin}/reset#${'x'.repeat(43)}`;
  const password = page.getByLabel('Password', { exact: true });
  await page.goto(link);
  await expect(password).toBeVisible();
  await page.reload();
  // The secret did not stay in the address.
  await expect(page.getByText('There is no link in this address')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(link);
  await expect(password).toBeVisible();
  await isAccessible(page, 'choosing a new password');
  await password.fill('a wholly new password');
  await page.getByRole('button', { name: 'Set password' }).click();
  await expect(page.getByRole('alert')).toContainText('This link no longer works');
});

test('a shared device warns before it signs somebody out, and keeps nothing', async ({
  ownParley,
  ownTeam,
}) => {
  await ownTeam.signIn();
  const context = await ownTeam.visitor();
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${ownParley.origin}/sign-in`);
  await signInWithPassword(page);
  await atHome(page);
  await page.evaluate(() => localStorage.setItem('parley:something', 'kept'));
  await page.clock.runFor('28:30');
  const warning = page.getByText('You will be signed out in two minutes');
  await expect(warning).toBeVisible();

  await test.step('any key keeps the session', async () => {
    await page.keyboard.press('Shift');
    await expect(warning).toHaveCount(0);
    await page.clock.runFor('05:00');
    await atHome(page);
  });

  await test.step('and without one it is over', async () => {
    // The server has counted the same half hour by its own clock.
    await context.clearCookies();
    await page.clock.runFor('26:00');
    await expect(page).toHaveURL(/\/sign-in/);
    expect(await page.evaluate(() => localStorage.getItem('parley:something'))).toBeNull();
  });
});
