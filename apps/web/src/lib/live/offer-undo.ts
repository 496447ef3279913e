import { m } from '#lib/paraglide/messages.js';
import type { Toasts } from '#lib/ui/toasts.svelte.ts';
import type { SpaceSession } from './space-session.svelte.ts';

/**
 * Says what was just done and offers to take it back, until this person does something else: then
 * undo would take back another act than the one named.
 */
export function offerUndo(session: SpaceSession, toasts: Toasts, text: string) {
  const toast = toasts.show(text, {
    action: { label: m.undo(), run: () => session.undo() },
  });
  const stop = session.board.onHistory(() => {
    stop();
    toasts.close(toast);
  });
}
