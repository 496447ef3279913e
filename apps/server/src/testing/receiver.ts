import { documentKinds } from '@parley/contracts';
import { formsOf } from '@parley/sync/testing/forms-of-text';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { Visitor } from './visitor.ts';

/** Everything that one browser receives, byte for byte, over HTTP, socket.io and both documents. */
export class Receiver {
  readonly #origin: string;
  readonly #visitor: Visitor;
  readonly #received: Buffer[] = [];
  readonly #open: { close(): unknown }[] = [];

  constructor(origin: string, visitor: Visitor) {
    this.#origin = origin;
    this.#visitor = visitor;
  }

  async ask(verb: string, path: string, body?: unknown): Promise<void> {
    const { headers, text } = await this.#visitor.send(verb, path, body);
    this.#keep(JSON.stringify([...headers]));
    this.#keep(text);
  }

  /** Opens both documents of a space, or tries to, and asks for all that is in them. */
  openDocuments(spaceId: string): void {
    for (const kind of documentKinds) {
      const url = `${this.#origin.replace('http', 'ws')}/sync/${spaceId}.${kind}`;
      const headers = { cookie: this.#visitor.cookie, origin: this.#origin };
      const socket = new WebSocket(url, { headers });
      // y-websocket's first message: sync step 1 of an empty document.
      socket.on('open', () => socket.send(Uint8Array.of(0, 0, 1, 0)));
      socket.on('message', (data: Buffer) => this.#keep(data));
      socket.on('close', (_code, reason) => this.#keep(reason));
      socket.on('unexpected-response', (_request, answer) => {
        this.#keep(JSON.stringify(answer.headers));
        answer.on('data', (chunk: Buffer) => this.#keep(chunk));
      });
      socket.on('error', () => undefined);
      this.#open.push({ close: () => socket.terminate() });
    }
  }

  /** Listens to what live pages hear on this space, or tries to. */
  async listen(spaceId: string): Promise<void> {
    const extraHeaders = { cookie: this.#visitor.cookie, origin: this.#origin };
    const options = { transports: ['websocket'], reconnection: false, forceNew: true };
    const socket = io(this.#origin, { ...options, extraHeaders });
    this.#open.push(socket);
    socket.io.on('open', () => {
      socket.io.engine.on('packet', (packet) => this.#keep(String(packet.data)));
    });
    await new Promise((resolve) => socket.on('connect', () => resolve(null)));
    const command = { kind: 'resolve-thread', thread: 'x' };
    await socket.timeout(10_000).emitWithAck('watch', { spaceId });
    const id = 'AAAAAAAAAAAAAAAAAAAAAAAA';
    await socket.timeout(10_000).emitWithAck('command', { id, spaceId, command });
  }

  /** In which forms a text stands in what was received; none where it does not. */
  formsOf(text: string): string[] {
    const all = Buffer.concat(this.#received);
    return Object.entries(formsOf(text)).flatMap(([name, form]) =>
      all.includes(form) ? [name] : [],
    );
  }

  close(): void {
    for (const one of this.#open.splice(0)) one.close();
  }

  #keep(bytes: Buffer | string): void {
    this.#received.push(Buffer.from(bytes as Buffer), Buffer.from('\n')); // Buffer.from takes both
  }
}
