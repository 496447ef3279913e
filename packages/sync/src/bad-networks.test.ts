import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { createSyncServer, type SyncServer } from './server/index.ts';
import { BadLine } from './testing/bad-line.ts';
import { documentId, whenDoc, whenSaved } from './testing/clients.ts';
import { Person } from './testing/person.ts';
import { Chance } from './testing/chance.ts';
import { SqliteStore } from './testing/sqlite-store.ts';
import { admissionByQuery, storeFile } from './testing/start.ts';

/*
 * Merging under bad networks. 3 to 8 people write at random while their lines are slow, stall and are
 * cut, and while the server is restarted, in good order or not, on the same file. In the end all of
 * them hold what is stored.
 *
 * A failing seed is in the name of the failure. To play it again:
 *
 *   PARLEY_SEED=<seed> npx vitest run packages/sync/src/bad-networks.test.ts
 *
 * PARLEY_SEEDS=<count> tries that many; every number from 1 on is a seed.
 */
const { PARLEY_SEED, PARLEY_SEEDS } = process.env;
const seeds =
  PARLEY_SEED === undefined
    ? Array.from({ length: Number(PARLEY_SEEDS ?? 12) }, (_, index) => index + 1)
    : [Number(PARLEY_SEED)];

test.each(seeds)('R6, R7: everybody ends with what is stored (seed %i)', async (seed) => {
  const random = new Chance(seed);
  const server = await RestartingServer.open();
  onTestFinished(() => server.close());
  let clientId = 1_000;
  const nextClientId = (): number => (clientId += 1);
  const people: Person[] = [];
  for (let index = 3 + random.below(6); index > 0; index -= 1) {
    const line = await BadLine.open(new Chance(seed + index), () => server.port);
    people.push(new Person(`person-${index}`, line, nextClientId));
  }

  for (let step = 0; step < 120; step += 1) {
    const person = people[random.below(people.length)];
    if (person === undefined) continue;
    if (random.falls(0.02)) await server.restart(random);
    else if (random.falls(0.2)) person.disturb(random);
    else person.write(random);
    if (random.falls(0.2)) await pause(random.share() * 20);
  }

  for (const { line, client } of people) {
    line.calm();
    client.provider.connect();
  }
  await Promise.all(people.map(({ client }) => whenSaved(client)));
  const stored = await server.stored();
  await Promise.all(
    people.map(({ client }) => whenDoc(client.doc, () => sameClocks(client.doc, stored))),
  );
  const [expected, ...others] = [stored, ...people.map(({ client }) => client.doc)].map(contentOf);
  for (const other of others) expect(other).toEqual(expected);
  for (const { client } of people) {
    expect(client.doc.store.pendingStructs).toBeNull();
    expect(client.doc.store.pendingDs).toBeNull();
    client.provider.destroy();
  }
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const clocksOf = (doc: Y.Doc): [number, number][] =>
  [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);

const sameClocks = (one: Y.Doc, other: Y.Doc): boolean =>
  JSON.stringify(clocksOf(one)) === JSON.stringify(clocksOf(other));

/** All that a page could show, and how much of whom the document holds. */
const contentOf = (doc: Y.Doc): unknown => ({
  clocks: clocksOf(doc),
  notes: doc.getText('notes').toDelta() as unknown, // plain JSON
  actors: doc.getMap('actors').toJSON(),
  order: doc.getArray('order').toJSON(),
});

/** A server that keeps its file and its port when it starts anew. */
class RestartingServer {
  readonly #file = storeFile();
  readonly #sockets = new Set<Socket>();
  #http: Server | null = null;
  #store: SqliteStore | null = null;
  #sync: SyncServer | null = null;
  #port = 0;

  static async open(): Promise<RestartingServer> {
    const server = new RestartingServer();
    await server.#start();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** Stops in good order, or as a crash does: with what is under way cut off in the middle. */
  async restart(random: Chance): Promise<void> {
    await (random.falls(0.5) ? this.close() : this.#crash());
    await this.#start();
  }

  async stored(): Promise<Y.Doc> {
    const doc = new Y.Doc();
    const loaded = await this.#store?.load(documentId);
    for (const update of [loaded?.snapshot ?? null, ...(loaded?.updates ?? [])]) {
      if (update !== null) Y.applyUpdate(doc, update);
    }
    return doc;
  }

  async close(): Promise<void> {
    if (this.#http === null) return;
    await this.#sync?.close();
    await this.#end();
    this.#store?.close();
  }

  /** The process is gone at once: lines are cut, nothing is stored any more. */
  async #crash(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#store?.close();
    // What is left of it in this process can store nothing.
    await this.#sync?.close();
    await this.#end();
  }

  async #end(): Promise<void> {
    const http = this.#http;
    if (http === null) return;
    this.#http = null;
    for (const socket of this.#sockets) socket.destroy();
    http.close();
    await once(http, 'close');
  }

  async #start(): Promise<void> {
    this.#store = new SqliteStore(this.#file);
    const sync = createSyncServer({
      store: this.#store,
      authorize: (request) => Promise.resolve(admissionByQuery(request.url ?? '')),
      limits: { compactAfter: 20, retryMs: 20, longestRetryMs: 50 },
    });
    this.#sync = sync;
    const http = createServer();
    http.on('upgrade', (request, socket, head) =>
      sync.handleUpgrade(request, socket, head, documentId),
    );
    http.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    http.listen(this.#port, '127.0.0.1');
    await once(http, 'listening');
    this.#http = http;
    this.#port = (http.address() as AddressInfo).port; // listens on TCP
  }
}
