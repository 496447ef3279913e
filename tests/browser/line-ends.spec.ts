import { readFile } from 'node:fs/promises';
import type { BrowserContext, WebSocketRoute } from '@playwright/test';
import { actorOnMap, addActor } from './support/actors.ts';
import { allSaved, isSaid } from './support/frame.ts';
import { expect, test } from './support/test.ts';

/** What the server would say to a page, said in its place; everything else goes on as it is. */
class Interposed {
  #page: WebSocketRoute | null = null;
  #server: WebSocketRoute | null = null;
  /** Whether what the page sends is lost on the way. */
  losing = false;

  static async before(context: BrowserContext): Promise<Interposed> {
    const between = new Interposed();
    await context.routeWebSocket(/\/sync\/.+\.board/, (page) => {
      const server = page.connectToServer();
      page.onMessage((message) => {
        if (!between.losing) server.send(message);
      });
      between.#page = page;
      between.#server = server;
    });
    return between;
  }

  /** Tells the page whether the server can store (sync, SPEC.md: receipts). */
  storing(can: boolean) {
    this.#page?.send(Buffer.from([100, 3, Number(can)]));
  }

  /** Tells the page that it may only read from now on. */
  readOnly() {
    this.#page?.send(Buffer.from([100, 0, 0]));
  }

  async end(code: number) {
    await this.#server?.close();
    await this.#page?.close({ code });
  }
}

test('a page says that the server cannot save, for as long as it cannot', async ({ team }) => {
  const lead = await team.signIn();
  const between = await Interposed.before(lead);
  const page = await team.open(lead, await team.makeProcess(lead, 'Full disk'), 'actors');
  between.losing = true;
  await addActor(page, 'Fishers');
  between.storing(false);
  await isSaid(page, /^The server cannot save: \d+ changes? waits?$/);
  await page.getByRole('button', { name: /^The server cannot save/ }).click();
  await expect(page.getByText('Its disk takes nothing at present.')).toBeVisible();
});

test('a page that may only read from now on keeps what came too late for the person', async ({
  team,
}) => {
  const lead = await team.signIn();
  const between = await Interposed.before(lead);
  const page = await team.open(lead, await team.makeProcess(lead, 'Taken back'), 'actors');
  between.losing = true;
  await addActor(page, 'Fishers');
  between.readOnly();
  await isSaid(page, /^Read only: \d+ changes? not saved$/);
  await expect(page.getByRole('button', { name: 'Add actor' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Read only/ }).click();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download what was not saved' }).click();
  expect(await readFile(await (await started).path(), 'utf8')).toContain('Fishers');
});

test('a page says why the server ended the connection, and what helps', async ({ team }) => {
  const lead = await team.signIn();
  const between = await Interposed.before(lead);
  const page = await team.open(lead, await team.makeProcess(lead, 'Ends'), 'actors');
  for (const [code, title, help] of [
    [4401, 'You are signed out', 'Reconnect'],
    [4403, 'You may no longer open this space', 'To your processes'],
    [4404, 'You may no longer open this space', 'To your processes'],
    [4409, 'This space was made anew', 'Open it again'],
    [4400, 'The server did not take a change', 'Reload'],
    [4413, 'The server did not take a change', 'Reload'],
  ] as const) {
    await between.end(code);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByRole('main').getByText(help, { exact: true })).toBeVisible();
    await page.reload();
    await allSaved(page);
  }
});

test('a page whose space was made anew offers what was not saved, and opens it again', async ({
  team,
}) => {
  const lead = await team.signIn();
  const between = await Interposed.before(lead);
  const page = await team.open(lead, await team.makeProcess(lead, 'Anew'), 'actors');
  await addActor(page, 'Fishers');
  await allSaved(page);
  between.losing = true;
  await addActor(page, 'Herders');
  await between.end(4409);

  await expect(page.getByText(/changes? (was|were) not saved\./)).toBeVisible();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download what was not saved' }).click();
  const text = await readFile(await (await started).path(), 'utf8');
  expect(text).toContain('Herders');
  expect(text).not.toContain('Fishers');

  between.losing = false;
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Open it again' }).click();
  await expect(actorOnMap(page, 'Fishers')).toBeVisible();
  await allSaved(page);
  await expect(actorOnMap(page, 'Herders')).toHaveCount(0);
});
