import { createInterface } from 'node:readline/promises';

/** Where a command speaks to the one who typed it. */
export interface Terminal {
  /** Prints a line of the answer. */
  readonly say: (line: string) => void;
  /** Prints a question and waits for a line; null where nobody can answer. */
  readonly ask: (question: string) => Promise<string | null>;
}

/** This process's own. Questions go to the error output, so that answers can be piped on. */
export const ownTerminal: Terminal = {
  say: (line) => {
    process.stdout.write(`${line}\n`);
  },
  ask: async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await Promise.race([
        lines.question(question),
        new Promise<null>((resolve) => lines.once('close', () => resolve(null))),
      ]);
    } finally {
      lines.close();
    }
  },
};
