import { readSession } from '#lib/api/accounts.ts';
import { needed } from '#lib/api/load.ts';
import { readProcesses } from '#lib/api/processes.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const [session, processes] = await Promise.all([readSession(fetch), readProcesses(fetch)]);
  return { ...needed(session, url.pathname), ...needed(processes, url.pathname) };
};
