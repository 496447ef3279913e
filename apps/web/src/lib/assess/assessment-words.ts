import type { AssessedKind, Basis, Confidence } from '@parley/model/ledger';
import { m } from '#lib/paraglide/messages.js';

/** What the enumerations of assessments are called. */
export const assessedWords: Readonly<Record<AssessedKind, () => string>> = {
  structural: m.assess_kind_structural,
  relational: m.assess_kind_relational,
  procedural: m.assess_kind_procedural,
  narrative: m.assess_kind_narrative,
  interest: m.assess_kind_interest,
  legitimacy: m.assess_kind_legitimacy,
  urgency: m.assess_kind_urgency,
  attitude: m.assess_kind_attitude,
  access: m.convening_access,
  influence: m.convening_influence,
};

export const assessedHints: Readonly<Record<AssessedKind, () => string>> = {
  structural: m.assess_hint_structural,
  relational: m.assess_hint_relational,
  procedural: m.assess_hint_procedural,
  narrative: m.assess_hint_narrative,
  interest: m.assess_hint_interest,
  legitimacy: m.assess_hint_legitimacy,
  urgency: m.assess_hint_urgency,
  attitude: m.assess_hint_attitude,
  access: m.convening_access_hint,
  influence: m.convening_influence_hint,
};

export const basisWords: Readonly<Record<Basis, () => string>> = {
  observed: m.assess_basis_observed,
  'party-said': m.assess_basis_party_said,
  'third-party': m.assess_basis_third_party,
  document: m.assess_basis_document,
  inferred: m.assess_basis_inferred,
};

export const confidenceWords: Readonly<Record<Confidence, () => string>> = {
  low: m.assess_confidence_low,
  medium: m.assess_confidence_medium,
  high: m.assess_confidence_high,
};

/** A level as it is written; with a true minus sign. */
export const levelWord = (level: number | null): string =>
  level === null ? m.assess_unknown() : String(level).replace('-', '−');
