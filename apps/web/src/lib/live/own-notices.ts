import type { Notice } from '@parley/contracts';
import { openLine } from './line.ts';

/**
 * Listens to what the server says to this person alone, on a page that has no space open.
 * @param onconnect what was said while the line was down is not said again: time to ask
 * @returns a function that ends it
 */
export function listenToOwnNotices(
  onnotice: (notice: Notice) => void,
  onconnect: () => void,
): () => void {
  const opened = openLine(onnotice).then((line) => line.on('connect', onconnect));
  // Without a line the page can be reloaded by hand.
  opened.catch(() => undefined);
  return () => void opened.then((line) => line.disconnect()).catch(() => undefined);
}
