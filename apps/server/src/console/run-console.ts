import { StorageError } from '@parley/storage';
import { readSettings } from '../settings.ts';
import { StartupProblem } from '../startup-problem.ts';
import { Closing } from '../closing.ts';
import { commands } from './commands.ts';
import { ConsoleProblem } from './console-problem.ts';
import { deskFor } from './desk.ts';
import { helpOn, overview } from './help.ts';
import { readWords } from './read-words.ts';
import type { Terminal } from './terminal.ts';

/**
 * Runs what was typed after `parley`.
 *
 * @returns the exit code: 0, or 1 when one sentence on the error output says what went wrong
 */
export async function runConsole(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: Terminal & { readonly complain: (sentence: string) => void },
): Promise<0 | 1> {
  const closing = new Closing();
  try {
    const wish = readWords(words, commands);
    if (wish.kind === 'overview') terminal.say(overview(commands));
    else if (wish.kind === 'help') terminal.say(helpOn(wish.command));
    else {
      const desk = deskFor(readSettings(environment), terminal, (close) => closing.add(close));
      try {
        await wish.command.run(wish.typed, desk);
      } finally {
        await closing.run();
      }
    }
    return 0;
  } catch (problem) {
    terminal.complain(sentenceOf(problem));
    return 1;
  }
}

function sentenceOf(problem: unknown): string {
  const isForThePerson =
    problem instanceof ConsoleProblem ||
    problem instanceof StartupProblem ||
    problem instanceof StorageError;
  if (isForThePerson) return problem.message;
  const what = problem instanceof Error ? problem.message : String(problem);
  return `This went wrong in Parley itself, and nothing more is known of it: ${what}`;
}
