import type { BrowserContext, Page } from '@playwright/test';
import { addActor } from './support/actors.ts';
import { allSaved, goTo, openAccountMenu } from './support/frame.ts';
import { expect, test } from './support/test.ts';

/*
 * Nothing stays in a browser unless somebody has asked for it; signing out and wiping the device leave
 * nothing at all. What a page keeps when its person is taken out of a space stands in revocation.spec.ts.
 */

/** Everything that a browser keeps for Parley, as a page of it can see. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.entries(localStorage),
    // SvelteKit's own: how far each page was scrolled, in pixels, by the moment when it was opened.
    session: Object.entries(sessionStorage).filter(([key, value]) => {
      const words = String(value).replaceAll(/"(resetIndex|scroll|x|y)"/g, '');
      return !key.startsWith('sveltekit:') || /[a-z]/i.test(words);
    }),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));

const nothing = { databases: [], local: [], session: [], caches: [], workers: 0, cookies: '' };

/** What the browser itself says that it stores for this origin, in bytes, by kind. */
async function stored(page: Page, origin: string): Promise<Record<string, number>> {
  const browser = await page.context().newCDPSession(page);
  const { usageBreakdown } = await browser.send('Storage.getUsageAndQuota', { origin });
  const used = usageBreakdown.filter(({ usage }) => usage > 0);
  return Object.fromEntries(used.map(({ storageType, usage }) => [storageType, usage]));
}

async function keepHere(page: Page) {
  await page.getByRole('button', { name: 'All changes saved' }).click();
  await page.getByRole('switch', { name: 'Keep on this device' }).click();
  await expect.poll(async () => (await kept(page)).databases.length).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
}

const cookiesOf = async (context: BrowserContext) =>
  (await context.cookies()).map(({ name, value }) => `${name}=${value}`);

test('a day of work leaves nothing behind', async ({ team, parley }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Nothing kept');
  const page = await team.open(await team.join(lead, process, 'Bilal'), process, 'actors');
  await addActor(page, 'Fishers');
  await goTo(page, 'participants');
  await goTo(page, 'agenda');
  await allSaved(page);
  expect(await kept(page)).toEqual(nothing);
  expect(await stored(page, parley.origin)).toEqual({});
});

test('signing out leaves nothing, on no open page', async ({ team, parley }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Signed out');
  const guest = await team.join(lead, process, 'Bilal');
  const page = await team.open(guest, process, 'actors');
  await addActor(page, 'Fishers');
  await allSaved(page);
  const other = await team.open(guest, process, 'agenda');
  await keepHere(page);
  await openAccountMenu(page);
  await page.getByText('Dark', { exact: true }).click();
  expect((await kept(page)).local.length).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  for (const left of [page, other]) {
    await expect(left).toHaveURL(/sign-in$/);
    expect(await kept(left)).toEqual(nothing);
  }
  expect(await stored(page, parley.origin)).toEqual({});
  expect(await cookiesOf(guest)).toEqual([]);
  // The page itself is not to be gone back to either.
  await page.goBack();
  expect(page.url()).not.toContain(process.id);
});

test('wiping the device leaves nothing', async ({ team, parley }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Wiped');
  const guest = await team.join(lead, process, 'Bilal');
  const page = await team.open(guest, process, 'actors');
  await addActor(page, 'Fishers');
  await allSaved(page);
  await keepHere(page);
  await openAccountMenu(page);
  await page.getByRole('button', { name: 'Wipe this device' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wipe this device' });
  await dialog.getByRole('button', { name: 'Wipe this device' }).click();
  await expect(page).toHaveURL(/sign-in$/);
  expect(await kept(page)).toEqual(nothing);
  expect(await stored(page, parley.origin)).toEqual({});
  expect(await cookiesOf(guest)).toEqual([]);
});

test('every page says how it is to be kept and guarded', async ({ team, parley }) => {
  const lead = await team.signIn();
  const process = await team.makeProcess(lead, 'Guarded');
  const path = new URL(team.address(process, 'actors')).pathname;
  const paths = [
    '/',
    path,
    '/sign-in',
    '/set-up',
    '/join',
    '/account',
    '/p/none/none/actors',
    '/x',
  ];
  for (const place of paths) {
    const answer = await lead.request.get(`${parley.origin}${place}`, { maxRedirects: 0 });
    const headers = answer.headers();
    expect.soft(headers['cache-control'], place).toBe('no-store');
    expect.soft(headers['referrer-policy'], place).toBe('no-referrer');
    expect.soft(headers['cross-origin-opener-policy'], place).toBe('same-origin');
    expect.soft(headers['cross-origin-resource-policy'], place).toBe('same-origin');
    expect.soft(headers['x-content-type-options'], place).toBe('nosniff');
    expect.soft(headers['permissions-policy'], place).toContain('camera=()');
    const policy = headers['content-security-policy'] ?? '';
    expect.soft(policy, place).toContain("frame-ancestors 'none'");
    if (!(headers['content-type'] ?? '').startsWith('text/html')) continue;
    expect.soft(policy, place).toContain("require-trusted-types-for 'script'");
    expect.soft(policy, place).toContain("default-src 'none'");
    expect.soft(policy, place).not.toMatch(/script-src[^;]*unsafe/);
    const html = await answer.text();
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)([^>]*)>/g)];
    for (const [, attributes] of inline) expect.soft(attributes, place).toContain(nonce);
    expect.soft(html, place).not.toMatch(/<[a-z][^>]*\son[a-z]+=/i);
  }
});
