import { readSession } from '#lib/api/accounts.ts';
import { wipeDevice } from '#lib/device/forget.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Toasts } from '#lib/ui/toasts.svelte.ts';

const minute = 60_000;
/** The server is told of use no more often than this, in ms. */
const granularity = minute / 2;
/** So long before the end somebody is warned, in ms. */
const warning = 2 * minute;
const acts = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Ends a session on a shared device when nobody uses the page: tells the server of use, warns before
 * the end, and leaves nothing behind in the browser.
 * @param idleMinutes without use after which the server ends the session
 * @param since when the page was opened, in ms since 1970: the watch itself comes later
 * @returns a function that ends the watch
 */
export function watchIdle(idleMinutes: number, toasts: Toasts, since: number): () => void {
  let told = since;
  let warned: number | null = null;

  async function tell() {
    told = Date.now();
    if (warned !== null) toasts.close(warned);
    warned = null;
    const session = await readSession();
    if (!session.ok && session.reason === 'no-session') await leave();
  }
  const leave = async () => {
    stop();
    await wipeDevice().catch(() => toasts.show(m.wipe_failed(), { tone: 'problem' }));
  };
  const used = () => {
    if (Date.now() - told > granularity) void tell();
  };
  const look = () => {
    const left = told + idleMinutes * minute - Date.now();
    if (left <= 0) void tell();
    else if (left <= warning) warned ??= toasts.show(m.idle_soon(), { lasts: warning });
  };

  for (const act of acts) addEventListener(act, used, { capture: true, passive: true });
  const clock = setInterval(look, minute / 4);
  look();
  function stop() {
    clearInterval(clock);
    for (const act of acts) removeEventListener(act, used, { capture: true });
  }
  return stop;
}
