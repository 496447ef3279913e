import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const script = fileURLToPath(new URL('server.ts', import.meta.url));

const Event = v.looseObject({
  kind: v.string(),
  documentId: v.string(),
  error: v.optional(v.string()),
});
export type ServerEvent = v.InferOutput<typeof Event>;

/** A sync server in a process of its own. */
export class ServerProcess {
  readonly port: number;
  /** What it reported: with honest clients on a sound disk, nothing. */
  readonly events: ServerEvent[] = [];
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /**
   * Starts one and waits until it listens.
   *
   * @param options of server.ts, such as `{ data: '/tmp/x', port: 4711 }`
   * @param under a program, with its arguments, that runs it
   */
  static async start(
    options: Readonly<Record<string, string | number>>,
    under: readonly string[] = [],
  ): Promise<ServerProcess> {
    const given = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    const [program = process.execPath, ...args] = [...under, process.execPath, script, ...given];
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout });
    const [first] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [string?];
    if (first === undefined) throw new Error('The server ended before it was ready; see above.');
    const server = new ServerProcess(child, Number(first));
    lines.on('line', (line) => server.#report(v.parse(Event, JSON.parse(line))));
    return server;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error('The server was not started.');
    return pid;
  }

  /** Stops it where it is, so that its files stand as after a power cut; `kill` still works. */
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }

  /** Kills it as a power cut would, and waits until it is gone. */
  async kill(): Promise<void> {
    const { exitCode, signalCode } = this.#child;
    if (signalCode === 'SIGKILL') return;
    if (exitCode !== null) throw new Error(`The server ended by itself, with code ${exitCode}.`);
    const ended = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await ended;
  }

  /** Resolves when so many such events were reported, those that came before too. */
  reported(kind: string, count: number): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.events.filter((event) => event.kind === kind).length < count) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
      look();
    });
  }

  #report(event: ServerEvent): void {
    this.events.push(event);
    for (const look of this.#listeners) look();
  }
}
