import type { ClientInit, HandleClientError } from '@sveltejs/kit/hooks';
import { m } from '#lib/paraglide/messages.js';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';

/**
 * A page has one language from start to end; choosing another loads it anew. So it is looked up once:
 * paraglide would read localStorage and the address for every message.
 */
export const init: ClientInit = () => {
  const locale = getLocale();
  overwriteGetLocale(() => locale);
};

/** A fault of ours, in words; its details are for the console. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind !== 'unknown') return;
  reportError(error);
  return { message: m.fault_here() };
};
