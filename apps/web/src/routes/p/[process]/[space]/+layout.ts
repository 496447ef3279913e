import { error } from '@sveltejs/kit';
import { readSession } from '#lib/api/accounts.ts';
import { needed } from '#lib/api/load.ts';
import { readSpace } from '#lib/api/processes.ts';
import { sentence } from '#lib/api/sentences.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, fetch, url, untrack }) => {
  const [session, space] = await Promise.all([readSession(fetch), readSpace(params.space, fetch)]);
  // Read once for a space: going from board to board asks the server nothing, and so works offline.
  const here = untrack(() => url.pathname);
  const { person, idleMinutes } = needed(session, here);
  const place = needed(space, here);
  // The address names both; a space that belongs elsewhere is not here.
  if (place.process.id !== params.process) error(404, sentence('not-found'));
  return { person, place, idleMinutes };
};
