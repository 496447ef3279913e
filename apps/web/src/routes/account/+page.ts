import { redirect } from '@sveltejs/kit';
import { readAccount } from '#lib/api/account.ts';
import { readSession } from '#lib/api/accounts.ts';
import { needed } from '#lib/api/load.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const session = needed(await readSession(fetch), url.pathname);
  // A guest has no account: nothing to see here.
  if (session.person.kind === 'guest') redirect(307, '/');
  return { ...session, account: needed(await readAccount(fetch), url.pathname) };
};
