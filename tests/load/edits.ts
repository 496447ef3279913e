import type { Page } from '@playwright/test';
import { figureOf, type Figure } from './figure.ts';

/** One kind of edit, made again and again in one browser and watched in another. */
export interface Edit {
  readonly name: string;
  /** The element that shows it in the other browser. */
  readonly shownBy: string;
  /** Makes edit number `count`, from 1; its last key press is the edit. */
  readonly make: (page: Page, count: number) => Promise<void>;
  /** What the element says after edit number `count`; null: it stands elsewhere then. */
  readonly text: (count: number) => string | null;
}

/**
 * From the key press that makes an edit in one browser until the frame that shows it is handed over in
 * the other: own screen, socket, disk (R6), socket, other screen. Both clocks are the machine's.
 * @returns ms per edit
 */
export async function timeToBeSeen(
  writer: Page,
  reader: Page,
  edit: Edit,
  edits: number,
  limit: number,
): Promise<Figure> {
  await watchKeys(writer);
  const samples: number[] = [];
  for (let count = 1; count <= edits; count += 1) {
    const seen = await nextChange(reader, edit.shownBy, edit.text(count));
    await edit.make(writer, count);
    const at = await seen.at();
    samples.push(at - (await lastKey(writer)));
  }
  return figureOf(edit.name, samples, limit);
}

/** Keeps on the page when the last key went down, as the browser took it in. */
async function watchKeys(page: Page) {
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      (event) => {
        if (['Alt', 'Control', 'Shift'].includes(event.key)) return;
        const at = performance.timeOrigin + event.timeStamp;
        document.documentElement.dataset.keyAt = String(at);
      },
      { capture: true },
    );
  });
}

const lastKey = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset.keyAt));

/** Watches for a change of an element. `at` resolves to when its frame was handed over. */
async function nextChange(page: Page, selector: string, text: string | null) {
  const watch = await page.locator(selector).evaluateHandle((element, wanted) => {
    const place = () => ['x', 'y', 'cx', 'cy'].map((name) => element.getAttribute(name)).join(' ');
    const placeBefore = place();
    const shows = () =>
      wanted === null ? place() !== placeBefore : element.textContent.trim() === wanted;
    const at = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!shows()) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          // A message is read after the frame that was being made when it was sent.
          port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
          port2.postMessage(null);
        });
      });
      const options = { attributes: true, characterData: true, childList: true, subtree: true };
      observer.observe(element, options);
    });
    return { at };
  }, text);
  return {
    at: async () => {
      const at = await watch.evaluate((seen) => seen.at);
      await watch.dispose();
      return at;
    },
  };
}
