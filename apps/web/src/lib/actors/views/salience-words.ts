import type { SalienceClass } from '@parley/model/ledger';
import { m } from '#lib/paraglide/messages.js';

/** What the classes of salience are called, after Mitchell, Agle and Wood (1997). */
export const salienceWords: Readonly<Record<SalienceClass, () => string>> = {
  definitive: m.views_salience_definitive,
  dominant: m.views_salience_dominant,
  dangerous: m.views_salience_dangerous,
  dependent: m.views_salience_dependent,
  dormant: m.views_salience_dormant,
  discretionary: m.views_salience_discretionary,
  demanding: m.views_salience_demanding,
  none: m.views_salience_none,
};

export const salienceHints: Readonly<Record<SalienceClass, () => string>> = {
  definitive: m.views_salience_definitive_hint,
  dominant: m.views_salience_dominant_hint,
  dangerous: m.views_salience_dangerous_hint,
  dependent: m.views_salience_dependent_hint,
  dormant: m.views_salience_dormant_hint,
  discretionary: m.views_salience_discretionary_hint,
  demanding: m.views_salience_demanding_hint,
  none: m.views_salience_none_hint,
};

/** The letters of the attributes that a class has: power, legitimacy, urgency. */
export const salienceHas: Readonly<Record<SalienceClass, readonly string[]>> = {
  definitive: ['P', 'L', 'U'],
  dominant: ['P', 'L'],
  dangerous: ['P', 'U'],
  dependent: ['L', 'U'],
  dormant: ['P'],
  discretionary: ['L'],
  demanding: ['U'],
  none: [],
};
