import type { exportables } from '@parley/contracts';
import { reportExport } from '#lib/api/audit.ts';

/** Ms until a server that could not be reached is asked again. */
const patience = 15_000;

/**
 * Tells the trail of a file that was made here. What a page shows can be taken away without the
 * server, so the file does not wait for it; the trail is told as soon as the line is back, while the
 * page lives.
 */
export async function recordExport(
  spaceId: string,
  what: (typeof exportables)[number],
): Promise<void> {
  const result = await reportExport(spaceId, what);
  if (result.ok || result.reason !== 'unreachable') return;
  setTimeout(() => void recordExport(spaceId, what), patience);
}
