import { createContext } from 'svelte';
import type { SpaceTab } from '#lib/spaces/space-tab.ts';

/** Which of the space's own panels is open; asked for in the top bar, in the rail, and in one another. */
export class SpacePanels {
  /** Who is in the space; where there is no room for the rail's list, one's other spaces too. */
  overview = $state(false);
  /** The part of the space's dialog that is open. */
  tab: SpaceTab | undefined = $state();
  /** Whether a further space is being made. */
  making = $state(false);
  /** Whether the audit trail is open. */
  trail = $state(false);

  /** Opens a part of the space's dialog in place of the overview. */
  manage(tab: SpaceTab): void {
    this.overview = false;
    this.tab = tab;
  }

  make(): void {
    this.overview = false;
    this.making = true;
  }

  readTrail(): void {
    this.overview = false;
    this.trail = true;
  }
}

export const [getSpacePanels, setSpacePanels] = createContext<SpacePanels>();
