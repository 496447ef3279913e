import { KeptCopy } from '#lib/live/kept-copy.svelte.ts';

/** Ms after a space has opened, for what somebody may ask for in the very moment when the line breaks. */
const soon = 2_000;

/** Ms after a space has opened, for the rest. */
const patience = 8_000;

/**
 * Fetches the code of the other boards and panels once the space stands, so that somebody who loses
 * the network can still open them. One after the other: it must not crowd a bad line.
 * @returns a function that calls it off
 */
export function fetchAhead(): () => void {
  let over = false;
  const first = setTimeout(
    () => void Promise.allSettled([KeptCopy.prepare(), import('./SavedPanel.svelte')]),
    soon,
  );
  // What could not be fetched ahead is fetched when it is asked for.
  const others = setTimeout(() => void fetchAll(() => over).catch(() => undefined), patience);
  return () => {
    over = true;
    clearTimeout(first);
    clearTimeout(others);
  };
}

async function fetchAll(isOver: () => boolean): Promise<void> {
  const { laterParts } = await import('./later-parts.ts');
  for (const fetchPart of laterParts) {
    if (isOver()) return;
    await fetchPart().catch(() => undefined);
  }
}
