import { signOut as askServer } from '#lib/api/accounts.ts';
import { tellPages } from './other-pages.ts';

/**
 * Ends the session of this browser. Its pages know that it is this person's own doing, and wait for the
 * device to be wiped instead of saying that the session has ended.
 */
export async function signOut(): ReturnType<typeof askServer> {
  tellPages({ kind: 'signing-out' });
  const result = await askServer();
  if (!result.ok && result.reason !== 'no-session') tellPages({ kind: 'staying' });
  return result;
}
