import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from '@playwright/test';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** Parley as people start it: the program behind `npm start`, on a port and a data folder of its own. */
export class Parley {
  readonly #directory: string;
  readonly #settings: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  #port = 0;
  origin = '';
  /** Printed by the first start, while there is no account. */
  setUpLink = '';
  /** The signed-in lead's cookies, once there is an account (Team, signIn). */
  leadSession: BrowserContextOptions['storageState'] | undefined;

  /** All that the program has printed: its log, and what it says to whoever started it. */
  printed = '';

  private constructor(directory: string, settings: Readonly<Record<string, string>>) {
    this.#directory = directory;
    this.#settings = settings;
  }

  /** @param settings beside the port and the data folder, by the names of their variables */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Parley> {
    const directory = await mkdtemp(join(tmpdir(), 'parley-browser-'));
    const parley = new Parley(directory, settings);
    await parley.start();
    return parley;
  }

  /** Starts on the same port and data as before. */
  async start() {
    const child = spawn(
      join(repository, 'node_modules/.bin/node'),
      [join(repository, 'apps/server/src/start.ts')],
      {
        cwd: repository,
        env: {
          ...process.env,
          PORT: String(this.#port),
          HOST: '127.0.0.1',
          PARLEY_DATA_DIR: this.#directory,
          PARLEY_ORIGIN: '',
          ...this.#settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child = child;
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (chunk: Buffer) => (this.printed += chunk.toString()));
    }
    const printed = await untilReady(child, this.setUpLink === '' ? '/set-up#' : 'ready: ');
    this.origin = /ready: (http:\/\/\S+)/.exec(printed)?.[1] ?? '';
    this.setUpLink = /(http:\/\/\S+\/set-up#\S+)/.exec(printed)?.[1] ?? this.setUpLink;
    this.#port = Number(new URL(this.origin).port);
  }

  /** Types a command of the command line, beside the running server. @returns its exit code */
  async type(...words: string[]): Promise<number | null> {
    const child = spawn(
      join(repository, 'node_modules/.bin/node'),
      [join(repository, 'apps/server/src/console/console.ts'), ...words],
      { env: { ...process.env, PARLEY_DATA_DIR: this.#directory, PARLEY_ORIGIN: this.origin } },
    );
    await once(child, 'close');
    return child.exitCode;
  }

  /** Every byte that it keeps, in whichever file. */
  async kept(): Promise<Buffer> {
    const entries = await readdir(this.#directory, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return Buffer.concat(
      await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))),
    );
  }

  /** Ends the program as a power cut would. */
  kill = () => this.#end('SIGKILL');

  /** Ends the program as Ctrl-C would. @returns its exit code */
  stop = () => this.#end('SIGTERM');

  /** Stops it and removes its data. */
  async remove() {
    await this.stop();
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (child?.exitCode !== null) return child?.exitCode ?? null;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  }
}

/** Waits for the line that holds `mark`. */
function untilReady(child: ChildProcess, mark: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    let complaint = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(mark) && printed.endsWith('\n')) resolve(printed);
    });
    child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.on('exit', (code) => reject(new Error(`Parley ended with ${code}: ${complaint}`)));
  });
}
