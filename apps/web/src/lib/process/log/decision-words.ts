import type { Cost, DecisionType } from '@parley/model/ledger';
import { day } from '#lib/frame/dates.ts';
import { m } from '#lib/paraglide/messages.js';

/** The types of decision, in words. */
export const decisionWords: Readonly<Record<DecisionType, () => string>> = {
  invite: m.ledger_decision_invite,
  exclude: m.ledger_decision_exclude,
  location: m.ledger_decision_location,
  timing: m.ledger_decision_timing,
  frequency: m.ledger_decision_frequency,
  agenda: m.ledger_decision_agenda,
  seating: m.ledger_decision_seating,
  'ground-rule': m.ledger_decision_ground_rule,
  reschedule: m.ledger_decision_reschedule,
  caucus: m.ledger_decision_caucus,
  observer: m.ledger_decision_observer,
  record: m.ledger_decision_record,
  media: m.ledger_decision_media,
  other: m.ledger_decision_other,
};

/** −2 to +2 and the unknown, in the order of a scale. */
export const costLevels: readonly Cost[] = [-2, -1, 0, 1, 2, null];

/** "Costs much", of −2. */
export const costWords = (cost: Cost): string =>
  cost === null ? m.log_cost_unknown() : (costSaid[cost] ?? m.log_cost_unknown)();

const costSaid: Readonly<Record<number, () => string>> = {
  '-2': m.log_cost_minus_2,
  '-1': m.log_cost_minus_1,
  0: m.log_cost_0,
  1: m.log_cost_plus_1,
  2: m.log_cost_plus_2,
};

/** `−2`, `0`, `+1`; `?` where it is not known. */
export const costMark = (cost: Cost): string =>
  cost === null ? '?' : cost === 0 ? '0' : `${cost > 0 ? '+' : '−'}${Math.abs(cost)}`;

/** A date without a time is the same day for every reader. @param date `YYYY-MM-DD` */
export const dayOf = (date: string): string => day(new Date(`${date}T12:00:00`).getTime());

/** Today by the reader's own clock, `YYYY-MM-DD`. */
export const today = (): string => new Date().toLocaleDateString('sv');
