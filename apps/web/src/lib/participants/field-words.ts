import type { OptionalParticipantField } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

interface FieldWords {
  readonly label: () => string;
  /** What it is for, for those who decide whether the process uses it. */
  readonly purpose: () => string;
}

/** The optional fields of a participant in words. */
export const fieldWords: Readonly<Record<OptionalParticipantField, FieldWords>> = {
  gender: { label: m.participants_field_gender, purpose: m.participants_purpose_gender },
  ageBand: { label: m.participants_field_age_band, purpose: m.participants_purpose_age_band },
  region: { label: m.participants_field_region, purpose: m.participants_purpose_region },
  sector: { label: m.participants_field_sector, purpose: m.participants_purpose_sector },
  level: { label: m.participants_field_level, purpose: m.participants_purpose_level },
  languages: { label: m.participants_field_languages, purpose: m.participants_purpose_languages },
  interpretation: {
    label: m.participants_field_interpretation,
    purpose: m.participants_purpose_interpretation,
  },
  accessNeeds: {
    label: m.participants_field_access_needs,
    purpose: m.participants_purpose_access_needs,
  },
  constraints: {
    label: m.participants_field_constraints,
    purpose: m.participants_purpose_constraints,
  },
  nominatedBy: {
    label: m.participants_field_nominated_by,
    purpose: m.participants_purpose_nominated_by,
  },
  riskLevel: { label: m.participants_field_risk_level, purpose: m.participants_purpose_risk_level },
  consents: { label: m.participants_field_consents, purpose: m.participants_purpose_consents },
  modality: { label: m.participants_field_modality, purpose: m.participants_purpose_modality },
  availability: { label: m.availability_field, purpose: m.availability_purpose },
};
