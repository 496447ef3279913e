import type { Role } from '@parley/contracts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<Role, () => string> = {
  lead: m.role_lead,
  facilitator: m.role_facilitator,
  participant: m.role_participant,
  observer: m.role_observer,
};

/** A role in the reader's language, in small letters. */
export const roleWord = (role: Role): string => words[role]();
