import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Parley running as a program of its own. */
export interface Program {
  readonly child: ChildProcess;
  /** Everything that it has written so far. */
  readonly written: { stdout: string; stderr: string };
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Resolves with what the pattern finds in its output. Rejects if the program ends before. */
  says(pattern: RegExp): Promise<string>;
}

/**
 * @param script the file that the program starts with
 * @param words what is typed after it
 */
export function startProgram(
  script: URL,
  environment: Record<string, string>,
  words: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, [fileURLToPath(script), ...words], {
    // Nothing of the environment that the tests run in.
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (written.stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (written.stderr += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    written,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(written.stdout);
          if (found) resolve(found[1] ?? found[0]);
        };
        child.stdout.on('data', look);
        void ended.then(() => reject(new Error(`It ended: ${written.stderr}`)));
        look();
      }),
  };
}
