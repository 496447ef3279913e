import type { BrowserContext, Page } from '@playwright/test';

/** What a browser says when something cannot be fetched, as it must when a test cuts the line. */
const lineFailed =
  /^(Failed to load resource|WebSocket connection to|Unable to preload|Failed to fetch dynamically)/;

/** Where a page says, as it happens, what its content policy has refused; Trusted Types too. */
const reporter = 'parleyRefusedByPolicy';

/** Notes what no page of Parley may ever do, whatever a test does with it. */
export class Watch {
  /** Uncaught errors, complaints in the console, what a policy refused, requests to any other host. */
  readonly faults: string[] = [];
  /** Requests that failed or were refused; a test that cuts the line expects some. */
  readonly failures: string[] = [];

  /**
   * To be awaited before the browser opens a page.
   * @param origin of the server under test, such as `http://localhost:4000`
   */
  async over(context: BrowserContext, origin: string) {
    await context.exposeFunction(reporter, (refused: string) => this.faults.push(refused));
    await context.addInitScript((name) => {
      addEventListener('securitypolicyviolation', (event) => {
        const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
        // The function that was exposed above.
        const report = Reflect.get(window, name) as (refused: string) => void;
        const where = `${sourceFile}:${lineNumber}`;
        report(`policy ${effectiveDirective}: ${blockedURI} ${sample} at ${where}`);
      });
    }, reporter);
    const { host } = new URL(origin);
    const see = (address: string) => {
      const url = new URL(address);
      const stays = url.protocol === 'data:' || url.protocol === 'blob:' || url.host === host;
      if (!stays) this.faults.push(`A request left for ${url.host}`);
    };
    context.on('request', (request) => see(request.url()));
    context.on('page', (page: Page) => page.on('websocket', (socket) => see(socket.url())));
    context.on('weberror', (uncaught) => this.#hear('uncaught', uncaught.error().message));
    context.on('console', (message) => {
      const kind = message.type();
      if (kind !== 'error' && kind !== 'warning') return;
      this.#hear(kind, `${message.text()} ${message.location().url}`);
    });
  }

  #hear(kind: string, text: string) {
    (lineFailed.test(text) ? this.failures : this.faults).push(`${kind}: ${text}`);
  }
}
