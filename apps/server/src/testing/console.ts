import { runConsole } from '../console/run-console.ts';

/** What came of a command. */
export interface Typed {
  readonly code: number;
  /** What it printed; without the last line break. */
  readonly said: string;
  /** What it printed as an error. */
  readonly complaint: string;
}

/**
 * Types a command of the command line for the data folder of a Parley, which may be running.
 *
 * @param answer what is typed when the command asks; null: nobody is there
 */
export async function type(
  { directory, origin }: { readonly directory: string; readonly origin: string },
  words: readonly string[],
  answer: string | null = null,
): Promise<Typed> {
  const said: string[] = [];
  const complaints: string[] = [];
  const environment = { PARLEY_DATA_DIR: directory, PARLEY_ORIGIN: origin };
  const code = await runConsole(words, environment, {
    say: (line) => said.push(line),
    complain: (sentence) => complaints.push(sentence),
    ask: () => Promise.resolve(answer),
  });
  return { code, said: said.join('\n'), complaint: complaints.join('\n') };
}
