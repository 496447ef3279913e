import { readSignInWays } from '#lib/api/sign-in.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  const ways = await readSignInWays(fetch);
  // Without an answer the page still offers what every server has.
  return { ways: ways.ok ? ways.value : { provider: null, mail: false } };
};
