import {
  InvitationCreated,
  paths,
  ProcessAnswer,
  usualCapability,
  type ExampleName,
  type ProcessSummary,
  type Role,
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

export type Board = 'actors' | 'participants' | 'agenda';

export const lead = {
  name: 'Nadia Haddad',
  email: 'nadia@example.org',
  password: 'a long enough password',
};

/** People of one process, each in a browser of their own. */
export class Team {
  readonly #parley: Parley;
  readonly #browser: Browser;
  readonly #options: BrowserContextOptions;
  readonly #contexts: BrowserContext[] = [];

  constructor(parley: Parley, browser: Browser, options: BrowserContextOptions) {
    this.#parley = parley;
    this.#browser = browser;
    this.#options = options;
  }

  /** A browser that is signed in as the lead, whose account is made on first use. */
  async signIn(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.visitor(options);
    const { name, email, password } = lead;
    const secret = new URL(this.#parley.setUpLink).hash.slice(1);
    const made = await this.#post(context.request, paths.setUp, { secret, name, email, password });
    if (made.ok()) return context;
    const answer = await this.#post(context.request, paths.signIn, { email, password });
    if (!answer.ok()) throw new Error(`Signing in was answered ${answer.status()}`);
    return context;
  }

  /** A browser that nobody has signed in with. */
  async visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ ...this.#options, ...options });
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
    const invitation = { role, capability: usualCapability[role], uses: 1, hours: 1 };
    const created = await this.#post(by.request, paths.invitations(spaceOf(process)), invitation);
    const { link } = v.parse(InvitationCreated, await created.json());
    const context = await this.visitor(options);
    const secret = new URL(link).hash.slice(1);
    const joined = await this.#post(context.request, paths.join, { secret, displayName });
    if (!joined.ok()) throw new Error(`Joining was answered ${joined.status()}`);
    return context;
  }

  /** Opens a board in a new page and waits until it shows what the server has. */
  async open(context: BrowserContext, process: ProcessSummary, board: Board): Promise<Page> {
    const page = await context.newPage();
    await page.goto(this.address(process, board));
    await page.getByText('All changes saved').first().waitFor();
    return page;
  }

  address(process: ProcessSummary, board: Board): string {
    return `${this.#parley.origin}/p/${process.id}/${spaceOf(process)}/${board}`;
  }

  async end() {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }

  #post(request: APIRequestContext, path: string, data: object) {
    const { origin } = this.#parley;
    return request.post(`${origin}${path}`, { data, headers: { origin } });
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
