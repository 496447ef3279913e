import { prefersReducedMotion } from 'svelte/motion';

/** How long each change is shown while the changes are played, in ms. */
const paces = { slow: 2_800, normal: 1_400, fast: 700 } as const;
export type Speed = keyof typeof paces;

/** Goes from change to change, without a movement between them, until there is none any more. */
export class Playing {
  on = $state(false);
  #speed: Speed | null = $state(null);

  /** @param step goes to the next change; returns whether there is another one after it */
  constructor(step: () => boolean) {
    $effect(() => {
      if (!this.on) return;
      const clock = setInterval(() => {
        if (!step()) this.on = false;
      }, paces[this.speed]);
      return () => clearInterval(clock);
    });
  }

  /** Slow, until somebody chooses, for whoever asked their system for less motion. */
  get speed(): Speed {
    return this.#speed ?? (prefersReducedMotion.current ? 'slow' : 'normal');
  }

  set speed(speed: Speed) {
    this.#speed = speed;
  }
}
