import Check from '@lucide/svelte/icons/check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import Minus from '@lucide/svelte/icons/minus';
import X from '@lucide/svelte/icons/x';
import type { ItemAnswer, ItemOutcome } from '@parley/model/ledger';
import { m } from '#lib/paraglide/messages.js';
import type { Icon } from '#lib/ui/icon.ts';

interface AnswerLook {
  readonly label: () => string;
  readonly icon: Icon;
  /** The key that gives it where an answer has the focus: the same in every language. */
  readonly key: string;
}

/** How each answer is called and shown. The mark never stands alone: the word says it too. */
export const answerLooks: Readonly<Record<ItemAnswer, AnswerLook>> = {
  support: { label: m.items_answer_support, icon: CheckCheck, key: '1' },
  accept: { label: m.items_answer_accept, icon: Check, key: '2' },
  object: { label: m.items_answer_object, icon: X, key: '3' },
  none: { label: m.items_answer_none, icon: Minus, key: '0' },
};

export const outcomeWords: Readonly<Record<ItemOutcome, () => string>> = {
  'on-the-agenda': m.items_outcome_on_the_agenda,
  parked: m.items_outcome_parked,
  withdrawn: m.items_outcome_withdrawn,
  merged: m.items_outcome_merged,
  open: m.items_outcome_open,
};
