import type { OptionalParticipantField } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

type FieldWords = Readonly<Record<OptionalParticipantField, () => string>>;

/** What the optional fields of a participant are called. */
export const fieldLabels: FieldWords = {
  gender: m.participants_field_gender,
  ageBand: m.participants_field_age_band,
  region: m.participants_field_region,
  sector: m.participants_field_sector,
  level: m.participants_field_level,
  languages: m.participants_field_languages,
  interpretation: m.participants_field_interpretation,
  accessNeeds: m.participants_field_access_needs,
  constraints: m.participants_field_constraints,
  nominatedBy: m.participants_field_nominated_by,
  riskLevel: m.participants_field_risk_level,
  consents: m.participants_field_consents,
  modality: m.participants_field_modality,
  availability: m.availability_field,
};
