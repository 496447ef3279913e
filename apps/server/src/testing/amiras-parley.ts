import { afterAll, afterEach, beforeAll } from 'vitest';
import { openCommander, type Commander } from './commander.ts';
import { openLiveSocket, type LineWish, type LiveSocket } from './live-socket.ts';
import { openBoard, openLedger, type OpenBoard } from './open-board.ts';
import { openParley, setUpLead, type TestParley } from './test-parley.ts';
import type { Visitor } from './visitor.ts';

/** Opens a Parley with Amira's account for all tests of a file, and ends it after them. */
export function amirasParley(environment: Record<string, string> = {}): AmirasParley {
  const here = new AmirasParley();
  holdFor(here, environment);
  return here;
}

/** The hooks of a file whose tests share a Parley. */
export function holdFor(here: AmirasParley, environment: Record<string, string>): void {
  beforeAll(() => here.begin(environment));
  afterEach(() => here.closePages());
  afterAll(() => here.end());
}

/** A Parley, Amira's browser, and the pages that the running test has open. */
export class AmirasParley {
  #parley: TestParley | undefined;
  #lead: Visitor | undefined;
  readonly #pages: { close(): unknown }[] = [];

  get parley(): TestParley {
    return begun(this.#parley);
  }

  get lead(): Visitor {
    return begun(this.#lead);
  }

  /** One more browser, in which nobody is signed in. */
  visitor(): Visitor {
    return this.parley.visitor();
  }

  /** A space's board on somebody's page. */
  async openBoard(visitor: Visitor, spaceId: string): Promise<OpenBoard> {
    return this.untilTestEnds(await openBoard(this.parley, visitor, spaceId));
  }

  async openLedger(visitor: Visitor, spaceId: string): Promise<OpenBoard> {
    return this.untilTestEnds(await openLedger(this.parley, visitor, spaceId));
  }

  async openCommander(visitor: Visitor): Promise<Commander> {
    return this.untilTestEnds(await openCommander(this.parley, visitor));
  }

  async openLiveSocket(visitor: Visitor, wish?: LineWish): Promise<LiveSocket> {
    return this.untilTestEnds(await openLiveSocket(this.parley.origin, visitor, wish));
  }

  untilTestEnds<Page extends { close(): unknown }>(page: Page): Page {
    this.#pages.push(page);
    return page;
  }

  closePages(): void {
    for (const page of this.#pages.splice(0)) page.close();
  }

  async begin(environment: Record<string, string>): Promise<void> {
    this.#parley = await openParley(environment);
    this.#lead = await setUpLead(this.#parley);
  }

  end(): Promise<void> {
    return this.parley.end();
  }
}

/** @throws {Error} before the test has begun */
export function begun<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('It is there from beforeAll or beforeEach on.');
  return thing;
}
