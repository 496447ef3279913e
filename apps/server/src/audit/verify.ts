import type { AuditHead } from '@parley/contracts';
import { auditHash, type AuditRow, type Registry } from '@parley/storage';

/**
 * What is wrong: `missing`, no entry has this number; `changed`, the entry does not fit the hash of its
 * own chain (edited, or moved from elsewhere); `cut`, the chain ends before an exported head; `other`,
 * an exported head names another hash, so the chain was written anew from somewhere before it.
 */
type AuditFault = 'missing' | 'changed' | 'cut' | 'other';

export interface ChainReport {
  readonly chain: string;
  readonly entries: number;
  /** The first entry that is not as it was written; null when all of them hold. */
  readonly broken: { readonly number: number; readonly fault: AuditFault } | null;
}

/** Entries that are read at once. */
const pageSize = 1000;

/**
 * Reads the whole trail and recomputes every hash. By itself a chain cannot show that its end was cut
 * off, nor that somebody who may write the database wrote it anew: heads that were exported before and
 * kept elsewhere show both.
 *
 * @param heads exported heads, of any chains and moments
 * @returns a report for each chain that has entries or a head
 */
export async function verifyAudit(
  registry: Registry,
  heads: readonly AuditHead[] = [],
): Promise<readonly ChainReport[]> {
  const chains = new Set([...(await registry.auditChains()), ...heads.map(({ chain }) => chain)]);
  const reports: ChainReport[] = [];
  for (const chain of [...chains].toSorted()) {
    const ours = heads.filter((head) => head.chain === chain);
    reports.push(await verifyChain(registry, chain, ours));
  }
  return reports;
}

async function verifyChain(
  registry: Registry,
  chain: string,
  heads: readonly AuditHead[],
): Promise<ChainReport> {
  let last: Pick<AuditRow, 'number' | 'hash'> = { number: 0, hash: '' };
  let entries = 0;
  let broken: ChainReport['broken'] = null;
  for await (const row of entriesOf(registry, chain)) {
    entries += 1;
    if (broken !== null) continue;
    const number = last.number + 1;
    if (row.number !== number) broken = { number, fault: 'missing' };
    else if (row.hash !== auditHash(last.hash, row)) broken = { number, fault: 'changed' };
    else if (heads.some((head) => head.number === number && head.hash !== row.hash)) {
      broken = { number, fault: 'other' };
    } else last = row;
  }
  const furthest = Math.max(0, ...heads.map(({ number }) => number));
  if (broken === null && last.number < furthest) {
    broken = { number: last.number + 1, fault: 'cut' };
  }
  return { chain, entries, broken };
}

async function* entriesOf(registry: Registry, chain: string): AsyncGenerator<AuditRow> {
  let after = 0;
  for (;;) {
    const page = await registry.auditAfter(chain, after, pageSize);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.number;
  }
}
