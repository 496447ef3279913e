import {
  InvitationCreated,
  paths,
  ProcessAnswer,
  SpaceCreated,
  usualCapability,
  type Attribution,
  type ExampleName,
  type ProcessSummary,
  type Role,
  type SpaceSummary,
} from '@parley/contracts';
import type {
  APIRequestContext,
  Browser,
  BrowserContext,
  BrowserContextOptions,
  Page,
} from '@playwright/test';
import * as v from 'valibot';
import type { Parley } from './parley.ts';
import { Watch } from './watch.ts';

export type Board = 'actors' | 'participants' | 'agenda' | 'process';

export const lead = {
  name: 'Nadia Haddad',
  email: 'nadia@example.org',
  password: 'a long enough password',
};

/** People of one process, each in a browser of their own. */
export class Team {
  readonly watch = new Watch();
  readonly #parley: Parley;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  constructor(parley: Parley, browser: Browser) {
    this.#parley = parley;
    this.#browser = browser;
  }

  /** A browser that is signed in as the lead, whose account is made on first use. */
  async signIn(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const storageState = this.#parley.leadSession;
    if (storageState !== undefined) return this.visitor({ ...options, storageState });
    const context = await this.visitor(options);
    const secret = new URL(this.#parley.setUpLink).hash.slice(1);
    await this.#post(context.request, paths.setUp, { secret, ...lead });
    this.#parley.leadSession = await context.storageState();
    return context;
  }

  /** A browser that nobody has signed in with. */
  async visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext(options);
    await this.watch.over(context, this.#parley.origin);
    this.#contexts.push(context);
    return context;
  }

  async makeProcess(by: BrowserContext, title: string): Promise<ProcessSummary> {
    return this.#process(await this.#post(by.request, paths.processes, { title }));
  }

  async openExample(by: BrowserContext, example: ExampleName): Promise<ProcessSummary> {
    return this.#process(await this.#post(by.request, paths.examples, { example }));
  }

  /** Somebody who joins a process by link, in a browser of their own. */
  async join(
    by: BrowserContext,
    process: ProcessSummary,
    displayName: string,
    role: Role = 'facilitator',
    options: BrowserContextOptions = {},
  ): Promise<BrowserContext> {
    const link = await this.invite(by, process, role);
    const context = await this.visitor(options);
    const secret = new URL(link).hash.slice(1);
    await this.#post(context.request, paths.join, { secret, displayName });
    return context;
  }

  /** A further space of a process. */
  async makeSpace(
    by: BrowserContext,
    process: ProcessSummary,
    wish: { kind: 'plenary' | 'caucus'; title: string; attribution: Attribution },
  ): Promise<SpaceSummary> {
    const made = await this.#post(by.request, paths.spaces(process.id), wish);
    return v.parse(SpaceCreated, await made.json()).space;
  }

  /** @returns a link that one person may join with, or ask to be let in */
  async invite(
    by: BrowserContext,
    process: ProcessSummary,
    role: Role,
    { waits = false } = {},
  ): Promise<string> {
    const invitation = { role, capability: usualCapability[role], uses: 1, hours: 1, waits };
    const path = paths.invitations(spaceOf(process));
    const created = await this.#post(by.request, path, invitation);
    return v.parse(InvitationCreated, await created.json()).link;
  }

  /** Opens a board in a new page and waits until it shows what the server has. */
  async open(context: BrowserContext, process: ProcessSummary, board: Board): Promise<Page> {
    const page = await context.newPage();
    await page.goto(this.address(process, board));
    await page
      .getByRole('button', { name: /^(All changes saved|Up to date, read only)$/ })
      .waitFor();
    return page;
  }

  address(process: ProcessSummary, board: Board): string {
    return `${this.#parley.origin}/p/${process.id}/${spaceOf(process)}/${board}`;
  }

  async end() {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }

  async #post(request: APIRequestContext, path: string, data: object) {
    const { origin } = this.#parley;
    const answer = await request.post(`${origin}${path}`, { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}`);
    return answer;
  }

  async #process(answer: { json(): Promise<unknown> }): Promise<ProcessSummary> {
    return v.parse(ProcessAnswer, await answer.json()).process;
  }
}

export function spaceOf(process: ProcessSummary): string {
  const [space] = process.spaces;
  if (!space) throw new Error('The process has no space');
  return space.id;
}
