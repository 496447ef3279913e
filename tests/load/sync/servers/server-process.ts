import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromChild, ToChild } from './child.ts';

export const serverNames = ['relay', 'y-websocket', 'hocuspocus', 'parley'] as const;
export type ServerName = (typeof serverNames)[number];

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const microsPerTick = 10_000;

export interface ServerOptions {
  /** Where the processor profile is written when the server stops; none when it is left out. */
  readonly profileIn?: string | undefined;
  /** Files of an earlier run to start on; a fresh folder when it is left out. */
  readonly data?: DataFolder;
  /** The port of an earlier run; any free one when it is left out. Ours, the relay and y-websocket. */
  readonly port?: number;
}

/** A folder for one server's files on the disk of the temporary folder. */
export interface DataFolder {
  readonly path: string;
  remove(): Promise<void>;
}

export async function makeDataFolder(): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'parley-bench-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** One measured server in a process of its own, and what the operating system says of it. */
export class ServerProcess {
  readonly name: ServerName;
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #pid: number;
  readonly #ownData: DataFolder | null;

  private constructor(
    name: ServerName,
    { child, pid, port }: { child: ChildProcess; pid: number; port: number },
    ownData: DataFolder | null,
  ) {
    this.name = name;
    this.port = port;
    this.#child = child;
    this.#pid = pid;
    this.#ownData = ownData;
  }

  /** @throws Error when the server does not come up */
  static async start(name: ServerName, options: ServerOptions = {}): Promise<ServerProcess> {
    const ownData = options.data === undefined ? await makeDataFolder() : null;
    const path = options.data?.path ?? ownData?.path ?? '';
    const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
    const profile =
      options.profileIn === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profileIn}`];
    const child = fork(file, [path, String(options.port ?? 0)], {
      execArgv: ['--expose-gc', ...profile],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const message = await next(child, 'listening', `The server ${name} ended before it listened.`);
    if (child.pid === undefined) throw new Error(`The server ${name} has no process id.`);
    return new ServerProcess(name, { child, pid: child.pid, port: message.port }, ownData);
  }

  /** Processor time of all threads since the start, in user and kernel mode, in microseconds. */
  cpuMicros(): number {
    const stat = readFileSync(`/proc/${this.#pid}/stat`, 'utf8');
    // The program's name may hold spaces and stands in brackets; utime and stime are fields 14, 15.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * microsPerTick;
  }

  /** Resident memory of now, in MiB. */
  rssMb(): number {
    const status = readFileSync(`/proc/${this.#pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1_024;
  }

  /** The heap of JavaScript after a collection, in bytes. */
  async heapBytes(): Promise<number> {
    return (await this.#ask('heap')).bytes;
  }

  /** How many connections the server has not let go of. */
  async connections(): Promise<number> {
    return (await this.#ask('connections')).count;
  }

  /** Ends the server as an operator would, or by force when it takes longer than `patienceMs`. */
  async stop(patienceMs = 5_000): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#say({ kind: 'stop' });
      const force = setTimeout(() => this.#child.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(force);
    }
    await this.#ownData?.remove();
  }

  #ask<K extends 'heap' | 'connections'>(kind: K): Promise<Extract<FromChild, { kind: K }>> {
    const answer = next(this.#child, kind, `The server ${this.name} ended while it was measured.`);
    this.#say({ kind });
    return answer;
  }

  #say(message: ToChild): void {
    this.#child.send(message);
  }
}

/** The next message of a kind. @throws Error when the child ends before it says it */
function next<K extends FromChild['kind']>(
  child: ChildProcess,
  kind: K,
  otherwise: string,
): Promise<Extract<FromChild, { kind: K }>> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onMessage = (message: FromChild): void => {
      if (!isKind(message, kind)) return;
      leave();
      resolve(message);
    };
    const onExit = (): void => {
      leave();
      reject(new Error(otherwise));
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

function isKind<K extends FromChild['kind']>(
  message: FromChild,
  kind: K,
): message is Extract<FromChild, { kind: K }> {
  return message.kind === kind;
}
