import type { Notice } from '@parley/contracts';
import { type Line, openLine } from './line.ts';

/**
 * Listens to what the server says to this person alone, on a page that has no space open.
 * @param onconnect what was said while the line was down is not said again: time to ask
 * @returns a function that ends it
 */
export function listenToOwnNotices(
  onnotice: (notice: Notice) => void,
  onconnect: () => void,
): () => void {
  let line: Line | undefined;
  let opening = false;
  let over = false;

  async function open() {
    const opened = await openLine(onnotice);
    if (over) return void opened.disconnect();
    line = opened.on('connect', onconnect);
  }

  /** The network has gone or come: the line would not notice for half a minute. */
  function startOver() {
    if (line) return void line.disconnect().connect();
    if (opening) return;
    opening = true;
    // Whose code could not be fetched is tried again when the network is back.
    open()
      .catch(() => undefined)
      .finally(() => (opening = false));
  }
  startOver();
  window.addEventListener('online', startOver);
  window.addEventListener('offline', startOver);

  return () => {
    over = true;
    window.removeEventListener('online', startOver);
    window.removeEventListener('offline', startOver);
    line?.disconnect();
  };
}
