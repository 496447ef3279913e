import type { Page } from '@playwright/test';
import { single, type Figure } from './figure.ts';

/** Lays the whole map out. @returns how long it took, and the longest that the page was busy meanwhile */
export async function layOut(page: Page, name: string, limit: number): Promise<Figure[]> {
  const watch = await page.evaluateHandle(() => {
    const seen = { longest: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
    return seen;
  });
  const began = performance.now();
  await page.getByRole('button', { name: 'Lay out by ties' }).click();
  await page.getByText(/were laid out by their ties/).waitFor();
  const took = performance.now() - began;
  const longest = await watch.evaluate((seen) => seen.longest);
  await watch.dispose();
  return [
    single(name, took, limit, 'ms'),
    single(`${name}, longest task of the page`, longest, null, 'ms'),
  ];
}
