import { accessReasons } from '@parley/contracts';
import { resolve } from '$app/paths';
import * as v from 'valibot';

/** Why somebody has left a space without wanting to. */
const endings = ['shut-out', ...accessReasons.filter((r) => r !== 'role-changed')] as const;
export type Ending = (typeof endings)[number];

/**
 * The page that says so. It holds nothing of the space, not even its name or id; what it must know is
 * in the fragment, which no server sees.
 * @param unsaved how many changes were not saved
 */
export const endedPage = (ending: Ending, unsaved: number): string =>
  `${resolve('/ended')}#${ending}${unsaved > 0 ? `,${unsaved}` : ''}`;

const Fragment = v.tuple([v.picklist(endings), v.pipe(v.number(), v.integer(), v.minValue(0))]);

/** Reads what `endedPage` wrote; the plainest ending for anything else. */
export function readEnding(hash: string): { ending: Ending; unsaved: number } {
  const [ending, unsaved = '0'] = hash.replace('#', '').split(',');
  const read = v.safeParse(Fragment, [ending, Number(unsaved)]);
  return read.success
    ? { ending: read.output[0], unsaved: read.output[1] }
    : { ending: 'shut-out', unsaved: 0 };
}
