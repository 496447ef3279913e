import * as Y from 'yjs';
import type { BadLine } from './bad-line.ts';
import { ourClient, type OurClient } from './clients.ts';
import type { Chance } from './chance.ts';

/** Somebody who writes at random, over a line that is disturbed at random. */
export class Person {
  readonly line: BadLine;
  readonly #name: string;
  readonly #nextClientId: () => number;
  #client: OurClient;

  /** @param nextClientId a Yjs client id for each page that they open */
  constructor(name: string, line: BadLine, nextClientId: () => number) {
    this.#name = name;
    this.line = line;
    this.#nextClientId = nextClientId;
    this.#client = this.#open(null);
  }

  get client(): OurClient {
    return this.#client;
  }

  /** One act: in a text, in a record, in a list; now and then one that takes several frames. */
  write(random: Chance): void {
    const { doc, text } = this.#client;
    const at = random.below(text.length + 1);
    switch (random.below(8)) {
      case 0:
      case 1:
        text.insert(at, `${this.#name} `);
        break;
      case 2:
        text.delete(at, Math.min(random.below(12), text.length - at));
        break;
      case 3:
        text.format(at, Math.min(8, text.length - at), { bold: random.falls(0.5) });
        break;
      case 4:
        this.#record(random).set('name', `${this.#name} ${random.below(100)}`);
        break;
      case 5:
        doc.getMap('actors').delete(keyOf(random));
        break;
      case 6:
        this.#move(random);
        break;
      default:
        // Larger than an update frame; a few are larger than a step 2.
        if (random.falls(0.1)) text.insert(at, 'x'.repeat(random.falls(0.2) ? 1.5e6 : 1e5));
        else {
          doc.transact(() => {
            this.#record(random).set('age', random.below(9));
            text.insert(0, '!');
          });
        }
    }
  }

  /** Something happens to the line or the page. */
  disturb(random: Chance): void {
    switch (random.below(5)) {
      case 0:
        this.line.cut();
        break;
      case 1:
        this.line.stall();
        break;
      case 2:
        this.#client.provider.disconnect();
        break;
      case 3:
        this.#client.provider.connect();
        break;
      default:
        this.#comeBack();
    }
  }

  /** Closes the page and opens another one, with what this device kept. */
  #comeBack(): void {
    const { provider, doc } = this.#client;
    provider.destroy();
    this.#client = this.#open(Y.encodeStateAsUpdate(doc));
  }

  #open(kept: Uint8Array | null): OurClient {
    const doc = new Y.Doc();
    doc.clientID = this.#nextClientId();
    if (kept !== null) Y.applyUpdate(doc, kept);
    return ourClient(this.line.url, this.#name, {}, doc);
  }

  #record(random: Chance): Y.Map<unknown> {
    const actors = this.#client.doc.getMap<Y.Map<unknown>>('actors');
    const key = keyOf(random);
    return actors.get(key) ?? actors.set(key, new Y.Map());
  }

  #move(random: Chance): void {
    const { doc } = this.#client;
    const order = doc.getArray<string>('order');
    doc.transact(() => {
      if (order.length > 0 && random.falls(0.5)) order.delete(random.below(order.length), 1);
      order.insert(random.below(order.length + 1), [keyOf(random)]);
    });
  }
}

const keyOf = (random: Chance): string => `a${random.below(10)}`;
