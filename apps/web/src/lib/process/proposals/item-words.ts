import Check from '@lucide/svelte/icons/check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import Minus from '@lucide/svelte/icons/minus';
import X from '@lucide/svelte/icons/x';
import type { ItemAnswer, ItemOutcome } from '@parley/model/ledger';
import { m } from '#lib/paraglide/messages.js';
import type { Mark } from '../marks/mark.ts';

export const answerMarks: readonly Mark<ItemAnswer>[] = [
  { value: 'support', label: m.items_answer_support, icon: CheckCheck, tone: 'good', key: '1' },
  { value: 'accept', label: m.items_answer_accept, icon: Check, tone: 'plain', key: '2' },
  { value: 'object', label: m.items_answer_object, icon: X, tone: 'problem', key: '3' },
  { value: 'none', label: m.items_answer_none, icon: Minus, tone: 'empty', key: '0' },
];

/** The same for the party that proposed the item: it has spoken, even where it answers nothing besides. */
export const answerMarksOfProposer: readonly Mark<ItemAnswer>[] = answerMarks.map((mark) =>
  mark.value === 'none' ? { ...mark, label: m.items_proposed_it } : mark,
);

export const answerWords: Readonly<Record<ItemAnswer, () => string>> = {
  support: m.items_answer_support,
  accept: m.items_answer_accept,
  object: m.items_answer_object,
  none: m.items_answer_none,
};

export const outcomeWords: Readonly<Record<ItemOutcome, () => string>> = {
  'on-the-agenda': m.items_outcome_on_the_agenda,
  parked: m.items_outcome_parked,
  withdrawn: m.items_outcome_withdrawn,
  merged: m.items_outcome_merged,
  open: m.items_outcome_open,
};
