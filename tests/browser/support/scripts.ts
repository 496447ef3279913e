import { gzipSync } from 'node:zlib';
import type { BrowserContext, Response } from '@playwright/test';

/** What JavaScript a page asked for, workers included. */
export interface Scripts {
  readonly files: number;
  /** Each file compressed by gzip at level 6, as most servers do; the sum, in bytes. */
  readonly gzip: number;
  /** What the server really sent, in its best encoding, without headers; in bytes. */
  readonly sent: number;
}

/** The most that a first visit to a board may ask for, in bytes of gzip. */
export const scriptBudget = 250_000;

/**
 * Opens an address in a browser that has visited nothing yet and adds up all scripts that come until
 * the network has been silent for half a second. What the page fetches ahead later, for a lost line,
 * is not in it.
 * @param ready resolves when the page shows what it is for
 * @throws when a script was refused, or none was asked for
 */
export async function scriptsOfFirstVisit(
  context: BrowserContext,
  address: string,
  ready: (page: Awaited<ReturnType<BrowserContext['newPage']>>) => Promise<unknown>,
): Promise<Scripts> {
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => {
    if (isScript(response)) responses.push(response);
  });
  await page.goto(address);
  await ready(page);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(responses.map(sizeOf));
  const workers = page.workers().map((worker) => worker.url());
  await page.close();
  const unseen = workers.filter((url) => !responses.some((response) => response.url() === url));
  if (unseen.length > 0) throw new Error(`Workers were not counted: ${unseen.join(', ')}`);
  if (sizes.length === 0) throw new Error(`${address} asked for no script`);
  return {
    files: sizes.length,
    gzip: sizes.reduce((sum, { gzip }) => sum + gzip, 0),
    sent: sizes.reduce((sum, { sent }) => sum + sent, 0),
  };
}

const isScript = (response: Response) =>
  new URL(response.url()).pathname.endsWith('.js') ||
  (response.headers()['content-type'] ?? '').includes('javascript');

async function sizeOf(response: Response) {
  if (!response.ok()) throw new Error(`${response.url()} was answered ${response.status()}`);
  const { responseBodySize } = await response.request().sizes();
  return { gzip: gzipSync(await response.body(), { level: 6 }).length, sent: responseBodySize };
}
