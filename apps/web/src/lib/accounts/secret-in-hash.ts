import { Secret } from '@parley/contracts';
import * as v from 'valibot';

/**
 * Takes the secret out of the address: after `#` it reached no server, and from here on neither the
 * address bar nor the history holds it.
 * @returns null where the address holds none
 */
export function takeSecret(): string | null {
  const hash = location.hash.slice(1);
  if (hash === '') return null;
  // SvelteKit keeps its own things in the history's state; only the address changes.
  history.replaceState(history.state, '', location.pathname + location.search);
  const secret = v.safeParse(Secret, hash);
  return secret.success ? secret.output : '';
}
