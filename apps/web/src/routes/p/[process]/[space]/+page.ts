import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { PageLoad } from './$types';

/** A space opens with its map. */
export const load: PageLoad = ({ params }) =>
  redirect(307, resolve('/p/[process]/[space]/actors', params));
