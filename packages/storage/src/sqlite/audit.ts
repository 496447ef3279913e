import type { DatabaseSync } from 'node:sqlite';
import { auditHash } from '../audit-hash.ts';
import type { AuditAct, AuditRow, AuditSpan, AuditTrail } from '../contract.ts';
import type { RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

const entries = `
  SELECT chain, number, at, person_id AS personId, act, subject, hash FROM audit
  WHERE chain = :chain`;

/**
 * The audit trail. Each call must run inside one transaction that holds the lock for writing, so that
 * nobody else adds between reading a chain's head and adding to it.
 */
export function auditTrail(database: DatabaseSync): Pick<RegistryOperations, keyof AuditTrail> {
  const insert = change(
    database,
    `INSERT INTO audit (chain, number, at, person_id, act, subject, hash)
     VALUES (:chain, :number, :at, :personId, :act, :subject, :hash)`,
  );
  const head = query<AuditRow>(database, `${entries} ORDER BY number DESC LIMIT 1`);
  const latest = query<{ at: number | null }>(
    database,
    `SELECT max(at) AS at FROM audit
     WHERE chain = :chain AND act = :act AND person_id = :personId AND subject = :subject`,
  );
  const after = query<AuditRow>(
    database,
    `${entries} AND number > :after ORDER BY number LIMIT :limit`,
  );
  const before = query<AuditRow>(
    database,
    `${entries} AND number < :before
       AND (:acts IS NULL OR act IN (SELECT value FROM json_each(:acts)))
     ORDER BY number DESC LIMIT :limit`,
  );
  const spans = query<AuditSpan>(
    database,
    `SELECT person_id AS personId, min(at) AS firstAt, max(at) AS lastAt, count(*) AS times
     FROM audit WHERE chain = :chain AND act = :act
     GROUP BY person_id ORDER BY lastAt DESC, person_id`,
  );
  const chains = query<{ chain: string }>(
    database,
    'SELECT DISTINCT chain FROM audit ORDER BY chain',
  );

  const append = (act: AuditAct): AuditRow => {
    const last = head.first({ chain: act.chain });
    const entry = { ...act, number: (last?.number ?? 0) + 1 };
    const row = { ...entry, hash: auditHash(last?.hash ?? '', entry) };
    insert.run({ ...row });
    return row;
  };

  return {
    appendAudit: append,
    appendAuditOnce(act, since) {
      const { at } = latest.first({ ...act }) ?? { at: null };
      return at !== null && at >= since ? null : append(act);
    },
    auditAfter: (chain, number, limit) => after.all({ chain, after: number, limit }),
    auditBefore: (chain, number, limit, acts) =>
      before.all({ chain, before: number, limit, acts: acts && JSON.stringify(acts) }),
    auditHead: (chain) => head.first({ chain }),
    auditSpans: (chain, act) => spans.all({ chain, act }),
    auditChains: () => chains.all({}).map(({ chain }) => chain),
  };
}
