import { m } from '#lib/paraglide/messages.js';
import type { Moment } from './moments.ts';

interface ReflectionWords {
  readonly question: () => string;
  readonly more: () => string;
}

/** What is asked at each moment. It asks, and prescribes nothing (P4). */
export const reflectionWords: Readonly<Record<Moment, ReflectionWords>> = {
  'power-read': { question: m.reflect_power_read, more: m.reflect_power_read_more },
  inferred: { question: m.reflect_inferred, more: m.reflect_inferred_more },
  strongest: { question: m.reflect_strongest, more: m.reflect_strongest_more },
  member: { question: m.reflect_member, more: m.reflect_member_more },
  payer: { question: m.reflect_payer, more: m.reflect_payer_more },
  access: { question: m.reflect_access, more: m.reflect_access_more },
  excluding: { question: m.reflect_excluding, more: m.reflect_excluding_more },
  costly: { question: m.reflect_costly, more: m.reflect_costly_more },
  differential: { question: m.reflect_differential, more: m.reflect_differential_more },
  unasked: { question: m.reflect_unasked, more: m.reflect_unasked_more },
  contact: { question: m.reflect_contact, more: m.reflect_contact_more },
};
