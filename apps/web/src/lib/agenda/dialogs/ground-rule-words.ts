import type { groundRulePresets } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

type Preset = (typeof groundRulePresets)[number];

/** What the presets are called, and the text that a new rule begins with; teams change it freely. */
export const presetWords: Readonly<
  Record<Preset, { readonly label: () => string; readonly text: () => string }>
> = {
  'non-attribution': { label: m.agenda_rule_attribution, text: m.agenda_rule_attribution_text },
  'attire-and-arms': { label: m.agenda_rule_arms, text: m.agenda_rule_arms_text },
  'plain-language': { label: m.agenda_rule_language, text: m.agenda_rule_language_text },
  devices: { label: m.agenda_rule_devices, text: m.agenda_rule_devices_text },
  media: { label: m.agenda_rule_media, text: m.agenda_rule_media_text },
};
