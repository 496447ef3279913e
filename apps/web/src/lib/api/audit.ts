import {
  AuditAnswer,
  type AuditGroup,
  AuditHead,
  type exportables,
  OpensAnswer,
  paths,
} from '@parley/contracts';
import * as v from 'valibot';
import { call } from './call.ts';

/** Whose trail it is: that of a space, or of a process. */
export type TrailOf = { readonly space: string } | { readonly process: string };

/** Who has opened a space, and when. */
export const readOpens = (spaceId: string) => call(paths.opens(spaceId), OpensAnswer);

/**
 * A page of the trail, the newest entries first.
 *
 * @param before only entries with a lower number
 */
export function readTrail(of: TrailOf, group: AuditGroup | undefined, before?: number) {
  const path = 'space' in of ? paths.spaceAudit(of.space) : paths.processAudit(of.process);
  const query = new URLSearchParams();
  if (group !== undefined) query.set('group', group);
  if (before !== undefined) query.set('before', String(before));
  return call(`${path}?${query}`, AuditAnswer);
}

/** The head of the trail, which from then on tells of having been taken away. */
export function takeHead(of: TrailOf) {
  const path = 'space' in of ? paths.spaceAuditHead(of.space) : paths.processAuditHead(of.process);
  return call(path, AuditHead, { method: 'POST' });
}

/** Tells the trail that this page has made a file of something. */
export const reportExport = (spaceId: string, what: (typeof exportables)[number]) =>
  call(paths.exports(spaceId), v.unknown(), { body: { what } });
