import { error, redirect } from '@sveltejs/kit';
import type { Reason, Result } from './call.ts';
import { sentence } from './sentences.ts';

const statuses: Partial<Record<Reason, number>> = {
  'not-found': 404,
  'not-allowed': 404,
  'too-many-tries': 429,
  unreachable: 503,
};

/**
 * The value of an answer that a page cannot do without.
 * @param here the path where the person wants to be; they come back here after signing in
 * @throws SvelteKit's redirect to the sign-in page without a session, its error for the rest
 */
export function needed<T>(result: Result<T>, here: string): T {
  if (result.ok) return result.value;
  if (result.reason === 'no-session') {
    redirect(307, `/sign-in?next=${encodeURIComponent(here)}`);
  }
  error(statuses[result.reason] ?? 500, sentence(result.reason));
}
