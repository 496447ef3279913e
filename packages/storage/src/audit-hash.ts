import { createHash } from 'node:crypto';
import type { AuditRow } from './contract/audit.ts';

/**
 * The hash that binds an entry of the audit trail to all before it in its chain: SHA-256, base64url,
 * over the JSON text of an array of the previous hash ('' for the first entry) and the entry's fields
 * in this order. JSON's quoting keeps one field from running into the next.
 */
export function auditHash(previous: string, entry: Omit<AuditRow, 'hash'>): string {
  const { chain, number, at, personId, act, subject } = entry;
  const text = JSON.stringify([previous, chain, number, at, personId, act, subject]);
  return createHash('sha256').update(text).digest('base64url');
}
