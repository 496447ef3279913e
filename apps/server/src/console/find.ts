import type { ProcessRow, Registry, SpaceRow } from '@parley/storage';
import { ConsoleProblem } from './console-problem.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

/**
 * The process that somebody means: by its id, the beginning of its id, or its whole title.
 * @throws ConsoleProblem when that fits none, or more than one
 */
export async function findProcess(registry: Registry, typed: string): Promise<ProcessRow> {
  return theOne('process', typed, await registry.everyProcess());
}

/** A space of any process, named in the same ways. @throws ConsoleProblem as `findProcess` does */
export async function findSpace(registry: Registry, typed: string): Promise<SpaceRow> {
  const spaces = await Promise.all(
    (await registry.everyProcess()).map(({ id }) => registry.everySpaceOf(id)),
  );
  return theOne('space', typed, spaces.flat());
}

function theOne<Row extends Named>(what: string, typed: string, rows: readonly Row[]): Row {
  const exact = rows.find(({ id }) => id === typed);
  if (exact !== undefined) return exact;
  const fitting = rows.filter(({ id, title }) => id.startsWith(typed) || title === typed);
  const [only, another] = fitting;
  if (only === undefined || typed === '') {
    throw new ConsoleProblem(
      `There is no ${what} “${typed}”. “process list” shows those there are.`,
    );
  }
  if (another !== undefined) {
    const each = fitting.map(({ id, title }) => `${id} (${title})`).join(', ');
    throw new ConsoleProblem(
      `“${typed}” fits more than one ${what}, so nothing was done; give the whole id: ${each}.`,
    );
  }
  return only;
}
