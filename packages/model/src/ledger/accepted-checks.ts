import type { EntryOf } from './entries/index.ts';
import { byNumber } from './root.ts';

export type CheckAccepted = EntryOf<'check-accepted'>;

/** Key of a check → why it was accepted, for those that nobody reopened since. Both in any order. */
export function acceptedChecks(
  accepted: readonly CheckAccepted[],
  reopened: readonly EntryOf<'check-reopened'>[],
): ReadonlyMap<string, CheckAccepted> {
  const standing = new Map<string, CheckAccepted>();
  for (const entry of [...accepted, ...reopened].sort(byNumber)) {
    if (entry.kind === 'check-accepted') standing.set(entry.check, entry);
    else standing.delete(entry.check);
  }
  return standing;
}
