import type { DecisionType } from '@parley/model/ledger';
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
