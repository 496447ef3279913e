import type { Basis, Confidence } from '@parley/model/ledger';

/** What one's next readings rest on: said once, and kept from actor to actor while the panel is open. */
export class Grounds {
  /** null until it is said: a reading without a basis is none (P1). */
  basis: Basis | null = $state(null);
  confidence: Confidence = $state('medium');
  /** The day for which they hold, `YYYY-MM-DD`; today, by the person's own clock. */
  asOf = $state(new Date().toLocaleDateString('sv'));
}
