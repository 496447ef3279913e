import type { CDPSession, Page } from '@playwright/test';

/**
 * The work of a page's main thread: script, style, layout and the preparation of painting. Read as
 * CPU time of that thread (`TaskDuration` in thread ticks), so that waiting for a busy machine is not
 * taken for work. What other threads do (raster, compositing, sockets) is not in it.
 */
export class MainThread {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MainThread(page, session);
  }

  /** @returns ms of work from the begin of an act until the frame that shows it is handed over */
  async during(act: () => Promise<unknown>): Promise<number> {
    const before = await this.#spent();
    await act();
    await this.nextFrame();
    return (await this.#spent()) - before;
  }

  /** Resolves when everything that is changed by now has been drawn. */
  async nextFrame(): Promise<void> {
    await this.#page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
        }),
    );
  }

  async #spent(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value;
    if (seconds === undefined) throw new Error('The browser does not tell TaskDuration');
    return seconds * 1000;
  }
}
