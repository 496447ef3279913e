import type { Page } from '@playwright/test';

/** Ms after the frame before it from which a frame at 60 Hz counts as late. */
const late = 25;

/** Does something on a page and counts the frames meanwhile. @returns how many came late, in words */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<string> {
  const watch = await page.evaluateHandle((late) => {
    const seen = { all: 0, late: 0, ended: false };
    let last = performance.now();
    const next = (now: number) => {
      if (seen.ended) return;
      seen.all += 1;
      if (now - last > late) seen.late += 1;
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    return seen;
  }, late);
  await act();
  const counted = await watch.evaluate((seen) => {
    seen.ended = true;
    return { all: seen.all, late: seen.late };
  });
  await watch.dispose();
  return `${counted.late} of ${counted.all} frames late`;
}
