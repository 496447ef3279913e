import { preloadCode } from '$app/navigation';
import { KeptCopy } from '#lib/live/kept-copy.svelte.ts';

/** Ms after a space has opened: later than anything that the first look needs. */
const patience = 8_000;

/**
 * Fetches the code of the other boards and panels once the space stands, so that somebody who loses
 * the network can still open them.
 * @returns a function that calls it off
 */
export function fetchAhead(): () => void {
  // Small, and the one that somebody may ask for in the very moment when the line breaks.
  void Promise.allSettled([KeptCopy.prepare()]);
  const clock = setTimeout(() => {
    const parts = [
      preloadCode('/p/[process]/[space]/actors'),
      preloadCode('/p/[process]/[space]/participants'),
      preloadCode('/p/[process]/[space]/agenda'),
      import('./SpacePanel.svelte'),
      import('./ShortcutHelp.svelte'),
      import('#lib/ui/Sheet.svelte'),
    ];
    // What could not be fetched ahead is fetched when it is asked for.
    void Promise.allSettled(parts);
  }, patience);
  return () => clearTimeout(clock);
}
