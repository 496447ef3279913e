import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Chance } from './chance.ts';

/**
 * A network between one client and a server: it delays, hands on in pieces, stalls and is cut, in
 * the middle of frames too. As TCP it never loses or reorders bytes of a connection that stands.
 */
export class BadLine {
  readonly #random: Chance;
  readonly #server: Server;
  readonly #connections = new Set<readonly [Socket, Socket]>();
  #stalled: PromiseWithResolvers<void> | null = null;
  #longestDelay = 15;

  private constructor(random: Chance, server: Server) {
    this.#random = random;
    this.#server = server;
  }

  /** @param portOf where the server listens now, asked for each connection */
  static async open(random: Chance, portOf: () => number): Promise<BadLine> {
    const server = createServer();
    const line = new BadLine(random, server);
    server.on('connection', (near) => line.#join(near, connect(portOf(), '127.0.0.1')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      line.cut();
      server.close();
    });
    return line;
  }

  /** Such as ws://127.0.0.1:4711 */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo; // listens on TCP
    return `ws://127.0.0.1:${port}`;
  }

  /** Ends every connection at once; what was under way is lost. */
  cut(): void {
    for (const ends of this.#connections) for (const end of ends) end.destroy();
  }

  /** Holds everything back, or lets it go on. */
  stall(): void {
    if (this.#stalled === null) this.#stalled = Promise.withResolvers();
    else this.#goOn();
  }

  /** Is a good line from now on. */
  calm(): void {
    this.#longestDelay = 0;
    this.#goOn();
  }

  #goOn(): void {
    this.#stalled?.resolve();
    this.#stalled = null;
  }

  #join(near: Socket, far: Socket): void {
    const ends = [near, far] as const;
    this.#connections.add(ends);
    for (const [from, to] of [ends, [far, near] as const]) {
      from.setNoDelay();
      from.on('error', () => undefined);
      from.on('close', () => {
        to.destroy();
        this.#connections.delete(ends);
      });
      let before = Promise.resolve();
      from.on('data', (data: Buffer) => {
        before = before.then(() => this.#pass(data, to));
      });
    }
  }

  async #pass(data: Buffer, to: Socket): Promise<void> {
    const at = this.#random.falls(0.3) ? this.#random.below(data.byteLength) : 0;
    for (const piece of [data.subarray(0, at), data.subarray(at)]) {
      const delay = this.#random.share() * this.#longestDelay;
      if (delay > 5) await new Promise((resolve) => setTimeout(resolve, delay - 5));
      await this.#stalled?.promise;
      if (piece.byteLength > 0 && to.writable) to.write(piece);
    }
  }
}
