import { m } from '#lib/paraglide/messages.js';
import type { Saved } from './saved-state.ts';
import { lostLine } from './saved-words.ts';

/** What stands behind the words of the saved state, in a sentence or two. */
export function savedReason(saved: Saved): string {
  switch (saved.state) {
    case 'not-storing':
      return m.saved_not_storing_explained();
    case 'read-only':
      return saved.pending === 0
        ? m.saved_read_only_explained()
        : m.saved_read_only_unsaved_explained();
    case 'offline':
      return lostLine(saved) ?? m.saved_explained();
    default:
      return m.saved_explained();
  }
}
