import type { Said } from '#lib/assess/said.ts';
import type { NewLevel } from './own-readings.svelte.ts';

/** What stands beside a reading. */
export type Words = Pick<Said, 'rationale' | 'alternative'>;

/** Kinds that the same was written of, and what that was. */
export interface SharedWords extends Words {
  readonly levels: readonly NewLevel[];
}

/**
 * The levels of a move, together where the same was written of them before: so one writes once of what is
 * one thing, and nobody's words of one kind come to stand beside another.
 */
export const sharedWords = (
  levels: readonly NewLevel[],
  wordsOf: (level: NewLevel) => Words,
): readonly SharedWords[] =>
  [...Map.groupBy(levels, (level) => JSON.stringify(pick(wordsOf(level)))).values()].flatMap(
    (together) => {
      const [first] = together;
      return first ? [{ levels: together, ...pick(wordsOf(first)) }] : [];
    },
  );

const pick = ({ rationale, alternative }: Words): Words => ({ rationale, alternative });
