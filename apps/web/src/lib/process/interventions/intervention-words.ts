import type {
  InterventionFlag,
  InterventionKind,
  InterventionReach,
  InterventionRisk,
  InterventionStep,
  StepEntry,
} from '@parley/model/ledger';
import type { Icon } from '#lib/ui/icon.ts';
import Ban from '@lucide/svelte/icons/ban';
import Check from '@lucide/svelte/icons/check';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import Gift from '@lucide/svelte/icons/hand-helping';
import Minus from '@lucide/svelte/icons/minus';
import ThumbsUp from '@lucide/svelte/icons/signature';
import Undo from '@lucide/svelte/icons/undo-2';
import { m } from '#lib/paraglide/messages.js';
import { formatDay } from '#lib/time/days.ts';

/** What the enumerations of interventions are called. */
export const kindWords: Readonly<Record<InterventionKind, () => string>> = {
  training: m.intervene_of_training,
  adviser: m.intervene_of_adviser,
  interpreter: m.intervene_of_interpreter,
  information: m.intervene_of_information,
  'private-session': m.intervene_of_private_session,
  'extra-time': m.intervene_of_extra_time,
  funding: m.intervene_of_funding,
  'policy-environment': m.intervene_of_policy_environment,
  'institution-support': m.intervene_of_institution_support,
  other: m.intervene_of_other,
};

export const reachWords: Readonly<Record<InterventionReach, () => string>> = {
  all: m.intervene_reach_all,
  differential: m.intervene_reach_differential,
};

export const riskWords: Readonly<
  Record<InterventionRisk, { readonly label: () => string; readonly hint: () => string }>
> = {
  misdiagnosis: { label: m.intervene_risk_misdiagnosis, hint: m.intervene_risk_misdiagnosis_hint },
  paternalism: { label: m.intervene_risk_paternalism, hint: m.intervene_risk_paternalism_hint },
  'loss-of-legitimacy': {
    label: m.intervene_risk_loss_of_legitimacy,
    hint: m.intervene_risk_loss_of_legitimacy_hint,
  },
  'moral-leakage': {
    label: m.intervene_risk_moral_leakage,
    hint: m.intervene_risk_moral_leakage_hint,
  },
};

/** A step in words, on the button that records it, by its key in the table, and as a symbol beside them. */
interface StepWords {
  readonly words: () => string;
  readonly press: () => string;
  readonly key: string;
  readonly icon: Icon;
  readonly tone: 'plain' | 'good' | 'attention';
}

export const stepWords: Readonly<Record<InterventionStep, StepWords>> = {
  offered: {
    ...{ words: m.intervene_step_offered, press: m.intervene_press_offered },
    ...{ key: 'o', icon: Gift, tone: 'plain' },
  },
  'taken-up': {
    ...{ words: m.intervene_step_taken_up, press: m.intervene_press_taken_up },
    ...{ key: 't', icon: Check, tone: 'plain' },
  },
  'not-taken-up': {
    ...{ words: m.intervene_step_not_taken_up, press: m.intervene_press_not_taken_up },
    ...{ key: 'n', icon: Minus, tone: 'plain' },
  },
  'consent-asked': {
    ...{ words: m.intervene_step_consent_asked, press: m.intervene_press_consent_asked },
    ...{ key: 'a', icon: CircleHelp, tone: 'plain' },
  },
  'consent-given': {
    ...{ words: m.intervene_step_consent_given, press: m.intervene_press_consent_given },
    ...{ key: 'g', icon: ThumbsUp, tone: 'good' },
  },
  'consent-declined': {
    ...{ words: m.intervene_step_consent_declined, press: m.intervene_press_consent_declined },
    ...{ key: 'd', icon: Ban, tone: 'attention' },
  },
  'consent-withdrawn': {
    ...{ words: m.intervene_step_consent_withdrawn, press: m.intervene_press_consent_withdrawn },
    ...{ key: 'w', icon: Undo, tone: 'attention' },
  },
};

/** What can be asked, in a question. @param nameOf what an actor is called */
export function flagWords(flag: InterventionFlag, nameOf: (id: string) => string): string {
  switch (flag.kind) {
    case 'offered-to-one':
      return m.intervene_flag_offered_to_one({ name: nameOf(flag.party) });
    case 'not-offered':
      return m.intervene_flag_not_offered({ names: flag.parties.map(nameOf).join(', ') });
    case 'consent-not-asked':
      return m.intervene_flag_consent_not_asked({ name: nameOf(flag.party) });
    case 'against-consent': {
      const withdrawn = flag.rests.some(({ step }) => step === 'consent-withdrawn');
      const words = withdrawn
        ? m.intervene_flag_consent_withdrawn
        : m.intervene_flag_consent_declined;
      return words({ name: nameOf(flag.party) });
    }
    case 'no-purpose':
      return m.intervene_flag_no_purpose();
    case 'nobody-judged':
      return m.intervene_flag_nobody_judged();
  }
}

/** Steps that are named one by one. */
const mostNamed = 3;

/** What a question rests on: the steps with their days. */
export function restsWords(rests: readonly StepEntry[], nameOf: (id: string) => string): string {
  if (rests.length === 0) return m.intervene_flag_rests_plan();
  if (rests.length > mostNamed) {
    const last = rests.map(({ on }) => on).reduce((one, other) => (one > other ? one : other));
    return m.intervene_flag_rests_several({ count: rests.length, day: formatDay(last) });
  }
  const steps = rests.map(({ step, party, on }) =>
    m.intervene_flag_rest({
      ...{ step: stepWords[step].words(), party: nameOf(party), day: formatDay(on) },
    }),
  );
  return m.intervene_flag_rests({ steps: steps.join('; ') });
}
