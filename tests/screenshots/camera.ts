import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from '@playwright/test';

const folder = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const usual = { locale: 'en-GB', timezoneId: 'Europe/Zurich', reducedMotion: 'reduce' } as const;
const touch = { ...usual, hasTouch: true, isMobile: true };

export const desk = { ...usual, viewport: { width: 1440, height: 900 } };
export const phone = { ...touch, viewport: { width: 390, height: 844 } };
export const tablet = { ...touch, viewport: { width: 1024, height: 768 } };
/** A projector: less of it, so that one can read it in a guide. */
export const screen = { ...usual, viewport: { width: 1280, height: 800 } };

/** Each picture's name ends with its look. */
export const looks: Readonly<Record<string, BrowserContextOptions>> = {
  light: { ...desk, colorScheme: 'light' },
  dark: { ...desk, colorScheme: 'dark' },
  phone,
};

/** Puts a picture of the page as it stands into docs/screenshots. */
export async function take(page: Page, name: string) {
  await mkdir(folder, { recursive: true });
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), scale: 'css', caret: 'initial' });
  console.log(`docs/screenshots/${name}.png`);
}
