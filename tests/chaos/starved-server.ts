import { execFileSync } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { ServerProcess } from './server-process.ts';

/** A server whose disk can be filled and emptied again while it runs. */
interface StarvedServer {
  readonly server: ServerProcess;
  /** Where its data folder is, as seen from outside of it. */
  readonly data: string;
  readonly exhaust: () => Promise<void>;
  readonly relieve: () => Promise<void>;
}

/** One way to run out of space. */
export interface Shortage {
  readonly name: string;
  readonly start: (data: string) => Promise<StarvedServer>;
}

const mounting = [
  ...['unshare', '--map-root-user', '--mount'],
  ...['sh', '-c', 'mount -t tmpfs -o size=8m tmpfs "$0" && exec "$@"'],
];

/** A small disk of its own, filled by somebody else to the last byte: ENOSPC. */
const fullDisk: Shortage = {
  name: 'a disk that somebody else has filled',
  async start(directory) {
    const server = await ServerProcess.start({ data: directory }, [...mounting, directory]);
    // The disk is mounted for the server alone.
    const data = `/proc/${server.pid}/root${directory}`;
    const filler = `${data}/filler`;
    return {
      server,
      data,
      exhaust: () => fill(filler),
      relieve: () => rm(filler),
    };
  },
};

/** No file may grow beyond its first page: EFBIG. Any user may do that to a process of theirs. */
const boundedFiles: Shortage = {
  name: 'files that may not grow',
  async start(data) {
    const server = await ServerProcess.start({ data });
    const limit = (bytes: string): Promise<void> => {
      execFileSync('prlimit', ['--pid', String(server.pid), `--fsize=${bytes}:`]);
      return Promise.resolve();
    };
    return { server, data, exhaust: () => limit('4096'), relieve: () => limit('unlimited') };
  },
};

/**
 * The shortages that this machine can have. Every machine can bound files. Many containers let nobody mount
 * a disk; there SQLite's word for a full one is left to group-commit.test.ts in packages/storage.
 */
export const shortages: readonly Shortage[] = works([...mounting, '/mnt', 'true'])
  ? [boundedFiles, fullDisk]
  : [boundedFiles];

async function fill(path: string): Promise<void> {
  const filler = await open(path, 'w');
  try {
    for (let bytes = 64 * 1024; bytes >= 1; bytes = Math.floor(bytes / 2)) {
      while (await fits(() => filler.write(Buffer.alloc(bytes))));
    }
  } finally {
    await filler.close();
  }
}

async function fits(write: () => Promise<{ bytesWritten: number }>): Promise<boolean> {
  try {
    return (await write()).bytesWritten > 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}

function works([program = '', ...args]: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
