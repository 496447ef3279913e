import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** What only a script that somebody smuggled in would call. */
const called = 'ran';

/** What everybody must be able to read as it is: no browser may have made an element of it. */
export const readable = `<script>${called}()</script>`;

/**
 * A text that is a script to whoever is careless with it: as an address, an element, the end of an
 * attribute, a template; and that hides characters and turns the line around. It fits into a name.
 */
export const hostileText = `javascript:${called}()//"'><img src=x onerror=${called}()>${readable}{{${called}()}}\u202E\u200B`;

/** Whatever takes text from people. */
const textFields = [
  'input:not([type])',
  ...['text', 'search', 'email', 'url', 'tel'].map((type) => `input[type="${type}"]`),
  'textarea',
  '[contenteditable]:not([contenteditable="false"])',
].join(', ');

/** What came of hostile texts in a browser; empty where nothing did. */
export interface Smuggled {
  readonly acts: readonly string[];
}

/** Notes scripts that run and dialogs that open; to be awaited before the browser opens a page. */
export async function watchForScripts(context: BrowserContext): Promise<Smuggled> {
  const acts: string[] = [];
  await context.exposeFunction(called, () => acts.push('A hostile text ran as a script'));
  context.on('dialog', (dialog) => {
    acts.push(`A dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { acts };
}

/**
 * Writes the hostile text into every text field that is to be seen, new ones included that appear by
 * it, and leaves each as people do.
 * @returns how many there were
 */
export async function fillAll(within: Page | Locator): Promise<number> {
  const fields = within.locator(textFields).filter({ visible: true });
  await fields.first().waitFor();
  let filled = 0;
  for (let index = 0; index < (await fields.count()); index += 1) {
    const field = fields.nth(index);
    if (!(await field.isEditable())) continue;
    await field.fill(hostileText);
    await field.blur();
    filled += 1;
  }
  return filled;
}

/** Nothing of a hostile text has become a part of this page. */
export async function isInert(page: Page) {
  const parts = page.locator(
    `img[src="x"], [onerror], [onload], [href^="javascript:"], [src^="javascript:"], script:text("${called}")`,
  );
  expect(await parts.count(), `what a text became on ${page.url()}`).toBe(0);
}
