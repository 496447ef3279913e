import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import Minus from '@lucide/svelte/icons/minus';
import type { InformationState, OfferedToAll } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import type { Mark } from '../marks/mark.ts';

/** `unsaid`: nobody has said whether the party has it. */
export type Said = InformationState | 'unsaid';

export const stateMarks: readonly Mark<Said>[] = [
  { value: 'held', label: m.information_held, icon: CircleCheck, tone: 'good', key: '1' },
  {
    ...{ value: 'partial', label: m.information_partial, icon: CircleDashed },
    ...{ tone: 'attention', key: '2' },
  },
  { value: 'missing', label: m.information_missing, icon: CircleX, tone: 'problem', key: '3' },
  {
    ...{ value: 'unknown', label: m.information_unknown, icon: CircleQuestionMark },
    ...{ tone: 'plain', key: '4' },
  },
  { value: 'unsaid', label: m.information_unsaid, icon: Minus, tone: 'empty', key: '0' },
];

export const offeredWords: Readonly<Record<OfferedToAll, () => string>> = {
  yes: m.information_offered_yes,
  no: m.information_offered_no,
  unknown: m.information_offered_unknown,
};
