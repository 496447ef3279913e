import { formsOf } from '@parley/sync/testing/forms-of-text';
import type { CDPSession, Page } from '@playwright/test';

/** Something that has come to a page: an answer with its headers, or a frame of a socket. */
interface Arrival {
  readonly from: string;
  readonly bytes: Buffer;
}

/**
 * Every byte that the pages of one person receive, as the browser itself sees it after TLS and
 * compression: answers are held at the door until they have been read, so that none is missed.
 */
export class Received {
  readonly #arrivals: Arrival[] = [];
  /** What came and could not be read: a search without it would prove nothing. */
  readonly missed: string[] = [];

  /** Begins with this page; to be awaited before the page goes anywhere. */
  async over(page: Page): Promise<void> {
    const browser = await page.context().newCDPSession(page);
    const sockets = new Map<string, string>();
    const keepFrame = (id: string, bytes: Buffer) => this.#keep(sockets.get(id) ?? '', bytes);
    browser.on('Network.webSocketCreated', ({ requestId, url }) => sockets.set(requestId, url));
    browser.on('Network.webSocketHandshakeResponseReceived', ({ requestId, response }) => {
      keepFrame(requestId, Buffer.from(JSON.stringify(response)));
    });
    browser.on('Network.webSocketFrameReceived', ({ requestId, response }) => {
      // Text comes as it is, everything else in base64.
      const { opcode, payloadData } = response;
      keepFrame(requestId, Buffer.from(payloadData, opcode === 1 ? 'utf8' : 'base64'));
    });
    browser.on('Network.webSocketFrameError', ({ requestId, errorMessage }) => {
      keepFrame(requestId, Buffer.from(errorMessage));
    });
    browser.on('Fetch.requestPaused', ({ requestId, request, responseHeaders, ...answer }) => {
      this.#keep(request.url, Buffer.from(JSON.stringify(responseHeaders ?? [])));
      const { responseStatusCode: status = 0, responseErrorReason: failed } = answer;
      const bodiless = failed !== undefined || (status >= 300 && status < 400);
      void this.#readBody(browser, requestId, bodiless ? null : request.url);
    });
    await browser.send('Network.enable');
    await browser.send('Fetch.enable', { patterns: [{ requestStage: 'Response' }] });
  }

  /**
   * The forms in which a text has come; none where it has not.
   * @param from what the address must hold: `.ledger` for frames of ledgers
   */
  formsOf(text: string, from = ''): string[] {
    return Object.entries(formsOf(text)).flatMap(([name, form]) =>
      this.has(form, from) ? [name] : [],
    );
  }

  has(bytes: Buffer, from = ''): boolean {
    return this.#arrivals.some(
      (arrival) => arrival.from.includes(from) && arrival.bytes.includes(bytes),
    );
  }

  /** @param url null for an answer that has no body */
  async #readBody(browser: CDPSession, requestId: string, url: string | null): Promise<void> {
    if (url !== null) {
      try {
        const { body, base64Encoded } = await browser.send('Fetch.getResponseBody', { requestId });
        this.#keep(url, Buffer.from(body, base64Encoded ? 'base64' : 'utf8'));
      } catch (fault) {
        // Who asked has gone while the answer was held here: its body has not reached the page.
        if (String(fault).includes('Invalid InterceptionId')) return;
        this.missed.push(`${url}: ${String(fault)}`);
      }
    }
    // A page that has gone meanwhile wants no answer.
    await browser.send('Fetch.continueRequest', { requestId }).catch(() => undefined);
  }

  #keep(from: string, bytes: Buffer): void {
    const again = this.#arrivals.some((one) => one.from === from && one.bytes.equals(bytes));
    if (!again) this.#arrivals.push({ from, bytes });
  }
}
