/** What came back, its body read as JSON where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The body as it came. */
  readonly text: string;
  readonly headers: Headers;
}

/** One browser: keeps its cookies and sends them, with the Origin that its pages would have. */
export class Visitor {
  readonly #origin: string;
  readonly #address: string;
  readonly #cookies = new Map<string, string>();

  /** @param address where the server listens, when a proxy stands before it */
  constructor(origin: string, address = origin) {
    this.#origin = origin;
    this.#address = address;
  }

  /** The `cookie` header that this browser sends; empty without any. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get = (path: string) => this.send('GET', path);
  post = (path: string, body?: unknown) => this.send('POST', path, body);
  patch = (path: string, body?: unknown) => this.send('PATCH', path, body);
  delete = (path: string) => this.send('DELETE', path);

  /**
   * @param body sent as JSON; a string is sent as it is
   * @param headers in place of the usual ones; null leaves one out
   */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string | null>> = {},
  ): Promise<Answer> {
    const sent = new Headers({ origin: this.#origin, 'content-type': 'application/json' });
    if (body === undefined) sent.delete('content-type');
    if (this.#cookies.size > 0) sent.set('cookie', this.cookie);
    for (const [name, value] of Object.entries(headers)) {
      if (value === null) sent.delete(name);
      else sent.set(name, value);
    }
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(new URL(path, this.#address), {
      method,
      headers: sent,
      redirect: 'manual',
      ...(body === undefined ? {} : { body: payload }),
    });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    const read: unknown = isJson ? JSON.parse(text) : text;
    return { status: response.status, body: read, text, headers: response.headers };
  }

  #keep(setCookie: string): void {
    const [pair = ''] = setCookie.split(';');
    const [name = '', ...value] = pair.split('=');
    if (/;\s*max-age=0/i.test(setCookie)) this.#cookies.delete(name);
    else this.#cookies.set(name, value.join('='));
  }
}
