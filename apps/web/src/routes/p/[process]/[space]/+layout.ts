import { error } from '@sveltejs/kit';
import { readSession } from '#lib/api/accounts.ts';
import { needed } from '#lib/api/load.ts';
import { readSpace } from '#lib/api/processes.ts';
import { sentence } from '#lib/api/sentences.ts';
import { placeOf } from '#lib/frame/place.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ params, fetch, url, depends }) => {
  depends(placeOf(params.space));
  const [session, space] = await Promise.all([readSession(fetch), readSpace(params.space, fetch)]);
  const { person } = needed(session, url);
  const place = needed(space, url);
  // The address names both; a space that belongs elsewhere is not here.
  if (place.process.id !== params.process) error(404, sentence('not-found'));
  return { person, place };
};
