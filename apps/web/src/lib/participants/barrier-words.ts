import type { Barrier } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

/** What keeps somebody from coming, in words. */
export const barrierWords: Readonly<Record<Barrier, () => string>> = {
  visa: m.inclusion_barrier_visa,
  travel: m.inclusion_barrier_travel,
  security: m.inclusion_barrier_security,
  funding: m.inclusion_barrier_funding,
  care: m.inclusion_barrier_care,
  work: m.inclusion_barrier_work,
  timing: m.inclusion_barrier_timing,
  'late-invitation': m.inclusion_barrier_late_invitation,
  language: m.inclusion_barrier_language,
  access: m.inclusion_barrier_access,
  health: m.inclusion_barrier_health,
  'not-authorised': m.inclusion_barrier_not_authorised,
  pressure: m.inclusion_barrier_pressure,
  recognition: m.inclusion_barrier_recognition,
  mistrust: m.inclusion_barrier_mistrust,
  other: m.inclusion_barrier_other,
};
