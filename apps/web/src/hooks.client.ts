import type { HandleClientError } from '@sveltejs/kit/hooks';
import { m } from '#lib/paraglide/messages.js';

/** A fault of ours, in words; its details are for the console. */
export const handleError: HandleClientError = ({ kind, error }) => {
  if (kind !== 'unknown') return;
  reportError(error);
  return { message: m.fault_here() };
};
