import type { Capability } from '@parley/contracts';
import { m } from '#lib/paraglide/messages.js';

const words: Record<Capability, () => string> = {
  edit: m.ability_edit,
  contribute: m.ability_contribute,
  read: m.ability_read,
};

/** What somebody may do in a space, in small letters: "edits". */
export const abilityWord = (capability: Capability): string => words[capability]();
