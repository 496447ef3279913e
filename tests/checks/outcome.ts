import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one suite came to. */
export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** Tests that this machine does not allow; absent means none. */
  readonly skipped?: number;
  readonly seconds: number;
  /** What its program printed; shown when something failed. */
  readonly output: string;
}

export const repository = fileURLToPath(new URL('../..', import.meta.url));

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly seconds: number;
}

/**
 * Runs a program of the workspace to its end, on the workspace's own Node.
 * @param options.folder where, relative to the repository
 */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly folder?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const started = performance.now();
  const path = [
    join(repository, options.folder ?? '', 'node_modules/.bin'),
    join(repository, 'node_modules/.bin'),
    process.env.PATH,
  ].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: join(repository, options.folder ?? ''),
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...options.env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const end = (code: number) =>
      resolve({ code, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** A check that holds or does not: one test. */
export async function one(name: string, ended: Promise<Ended>): Promise<Outcome> {
  const { code, output, seconds } = await ended;
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds, output };
}
