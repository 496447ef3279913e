import type { BrowserContext, Page } from '@playwright/test';
import { single, type Figure } from './figure.ts';

declare global {
  interface Window {
    /** Times of this page, in ms since it began; `drawn` after the frame that shows the map. */
    firstPaint: { data?: number; drawn?: number };
  }
}

/**
 * Opens a board anew and tells how long its first picture takes once its data has come: from the last
 * large frame of the socket that came before the picture to the end of the frame that shows the map.
 * A map that a worker draws counts as shown when its picture has been put into the page.
 */
export async function firstPaint(
  context: BrowserContext,
  address: string,
  name: string,
  limit: number,
): Promise<Figure> {
  const page = await context.newPage();
  await watchFirstPaint(page);
  await page.goto(address);
  await page.waitForFunction(() => window.firstPaint.drawn !== undefined);
  const { data, drawn } = await page.evaluate(() => window.firstPaint);
  await page.close();
  if (data === undefined || drawn === undefined) throw new Error('No data came by a socket');
  return single(name, drawn - data, limit, 'ms');
}

function watchFirstPaint(page: Page) {
  return page.addInitScript(() => {
    /** Bytes from which a frame is the content of a board and not a notice. */
    const large = 50_000;
    window.firstPaint = {};
    const { firstPaint } = window;
    const Usual = window.WebSocket;
    window.WebSocket = class extends Usual {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('message', ({ data }) => {
          const size = data instanceof ArrayBuffer ? data.byteLength : 0;
          if (size > large && firstPaint.drawn === undefined) firstPaint.data = performance.now();
        });
      }
    };
    const isDrawn = () =>
      document.querySelectorAll('svg[data-map] [data-actor]').length > 100 ||
      document.querySelector('canvas[data-drawn]') !== null;
    const look = () => {
      if (!isDrawn()) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      // A message is read after the frame that was being made when it was sent.
      port1.onmessage = () => (firstPaint.drawn = performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}
