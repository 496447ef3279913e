import { m } from '#lib/paraglide/messages.js';
import type { Saved } from './saved-state.ts';

/** @param kept whether this device keeps a copy, so that closing the page loses nothing */
export function savedWords({ state, pending }: Saved, kept: boolean): string {
  switch (state) {
    case 'connecting':
      return m.saved_connecting();
    case 'saved':
      return m.saved_all();
    case 'saving':
      return m.saved_saving();
    case 'refused':
      return m.saved_refused();
    case 'offline':
      if (pending === 0) return m.saved_offline();
      return kept
        ? m.saved_offline_kept({ count: pending })
        : m.saved_offline_not_kept({ count: pending });
  }
}
