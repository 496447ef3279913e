import type { BrowserContext } from '@playwright/test';

/** All bytes that a browser sends: addresses, headers, bodies and frames of sockets. */
export class Sent {
  readonly #parts: Buffer[] = [];

  over(context: BrowserContext): void {
    context.on('request', (request) => {
      this.#keep(request.url());
      this.#keep(JSON.stringify(request.headers()));
      const body = request.postDataBuffer();
      if (body) this.#keep(body);
    });
    context.on('page', (page) => {
      page.on('websocket', (socket) =>
        socket.on('framesent', ({ payload }) => this.#keep(payload)),
      );
    });
  }

  /** Whether a word of plain letters left the browser, as it is or turned into base64 or UTF-16. */
  has(word: string): boolean {
    const all = Buffer.concat(this.#parts);
    // Base64 of the middle of a word, whichever of the three places it begins at.
    const base64 = [0, 1, 2].map((at) =>
      Buffer.from(' '.repeat(at) + word)
        .toString('base64')
        .slice(4, -4),
    );
    return (
      all.includes(word) ||
      all.includes(Buffer.from(word, 'utf16le')) ||
      base64.some((form) => all.includes(form))
    );
  }

  #keep(part: string | Buffer): void {
    this.#parts.push(Buffer.from(part), Buffer.from('\n'));
  }
}
