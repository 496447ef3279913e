import type { BrowserContext, ConsoleMessage, Page } from '@playwright/test';

/** What the browser itself says when a request fails, as it must when a test cuts the line. */
const lineFailed = /^(Failed to load resource|WebSocket connection to)/;

/** Notes what no page of Parley may ever do, whatever a test does with it. */
export class Watch {
  /** Uncaught errors, complaints in the console, and requests to any other host. */
  readonly faults: string[] = [];
  /** Requests that failed or were refused; a test that cuts the line expects some. */
  readonly failures: string[] = [];

  /** @param origin of the server under test, such as `http://localhost:4000` */
  over(context: BrowserContext, origin: string) {
    const { host } = new URL(origin);
    const see = (address: string) => {
      const url = new URL(address);
      const stays = url.protocol === 'data:' || url.protocol === 'blob:' || url.host === host;
      if (!stays) this.faults.push(`A request left for ${url.host}`);
    };
    context.on('request', (request) => see(request.url()));
    context.on('page', (page: Page) => page.on('websocket', (socket) => see(socket.url())));
    context.on('weberror', (uncaught) => this.faults.push(`Uncaught: ${uncaught.error().message}`));
    context.on('console', (message) => this.#hear(message));
  }

  #hear(message: ConsoleMessage) {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const text = message.text();
    (lineFailed.test(text) ? this.failures : this.faults).push(`${message.type()}: ${text}`);
  }
}
