import type { OptionalParticipantField } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

/** What each optional field is for, for those who decide whether the process uses it. */
export const fieldPurposes: Readonly<Record<OptionalParticipantField, () => string>> = {
  gender: m.participants_purpose_gender,
  ageBand: m.participants_purpose_age_band,
  region: m.participants_purpose_region,
  sector: m.participants_purpose_sector,
  level: m.participants_purpose_level,
  languages: m.participants_purpose_languages,
  interpretation: m.participants_purpose_interpretation,
  accessNeeds: m.participants_purpose_access_needs,
  constraints: m.participants_purpose_constraints,
  nominatedBy: m.participants_purpose_nominated_by,
  riskLevel: m.participants_purpose_risk_level,
  consents: m.participants_purpose_consents,
  modality: m.participants_purpose_modality,
  availability: m.availability_purpose,
};
