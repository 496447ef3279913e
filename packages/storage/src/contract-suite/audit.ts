import { describe, expect, it } from 'vitest';
import { auditHash } from '../audit-hash.ts';
import type { AuditAct, AuditRow, Registry } from '../contract.ts';
import type { ContractPart } from './opened-storage.ts';
import { hour, noon } from './rows.ts';

const opened = (fields: Partial<AuditAct> = {}): AuditAct => ({
  chain: 'space:team',
  at: noon,
  personId: 'lead',
  act: 'space-opened',
  subject: '',
  ...fields,
});

/** The hashes that a chain's entries must have, computed anew from what they say. */
function hashesOf(rows: readonly AuditRow[]): string[] {
  const hashes: string[] = [];
  for (const row of rows) hashes.push(auditHash(hashes.at(-1) ?? '', row));
  return hashes;
}

async function expectOneChain(registry: Registry, chain: string, length: number): Promise<void> {
  const rows = await registry.auditAfter(chain, 0, length + 1);
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length }, (_, n) => n + 1));
  expect(rows.map(({ hash }) => hash)).toEqual(hashesOf(rows));
}

export const audit: ContractPart = (storage) => {
  describe('the audit trail', () => {
    const registry = () => storage().storage.registry;

    it('numbers the entries of a chain and binds each to the one before it', async () => {
      const first = await registry().appendAudit(opened());
      const second = await registry().appendAudit(opened({ at: noon + 1, personId: 'guest' }));
      expect(first).toEqual({ ...opened(), number: 1, hash: auditHash('', first) });
      expect(second.number).toBe(2);
      expect(second.hash).toBe(auditHash(first.hash, second));
      const again = (await storage().reopen()).registry;
      expect(await again.auditAfter('space:team', 0, 9)).toEqual([first, second]);
      expect(await again.auditHead('space:team')).toEqual(second);
    });

    it('lets no field run into the next', () => {
      const entry = { ...opened({ personId: 'a', act: 'b' }), number: 1 };
      expect(auditHash('', { ...entry, personId: 'a","b', act: '' })).not.toBe(
        auditHash('', { ...entry, personId: 'a', act: 'b' }),
      );
      expect(auditHash('1', entry)).not.toBe(auditHash('', entry));
    });

    it('keeps chains apart: one tells neither the number nor the hashes of another', async () => {
      await registry().appendAudit(opened());
      await registry().appendAudit(opened());
      const elsewhere = await registry().appendAudit(opened({ chain: 'space:caucus' }));
      expect(elsewhere.number).toBe(1);
      expect(await registry().auditHead('space:unknown')).toBeNull();
      expect(await registry().auditChains()).toEqual(['space:caucus', 'space:team']);
    });

    it('keeps one chain when two processes add to it at once', async () => {
      const there = (await storage().another()).registry;
      await Promise.all(
        Array.from({ length: 40 }, (_, n) =>
          (n % 2 ? there : registry()).appendAudit(opened({ personId: `person ${n}` })),
        ),
      );
      await expectOneChain(there, 'space:team', 40);
    });

    it('adds the same act of the same person once in a while', async () => {
      const there = (await storage().another()).registry;
      const added = await Promise.all([
        registry().appendAuditOnce(opened(), noon - hour),
        there.appendAuditOnce(opened(), noon - hour),
        registry().appendAuditOnce(opened({ at: noon + 1 }), noon - hour),
      ]);
      expect(added.filter((row) => row !== null)).toHaveLength(1);
      for (const other of [{ personId: 'guest' }, { act: 'exported' }, { subject: 'actors' }]) {
        expect(await registry().appendAuditOnce(opened(other), noon - hour)).not.toBeNull();
      }
      const later = opened({ at: noon + hour });
      expect(await registry().appendAuditOnce(later, noon + 1)).toMatchObject({ number: 5 });
      await expectOneChain(registry(), 'space:team', 5);
    });

    it('gives a page of a chain, newest first, and only of the acts asked for', async () => {
      for (const act of ['space-opened', 'exported', 'space-opened', 'admitted']) {
        await registry().appendAudit(opened({ act }));
      }
      const page = async (...asked: [before: number, limit: number, acts: string[] | null]) =>
        (await registry().auditBefore('space:team', ...asked)).map(({ number }) => number);
      expect(await page(99, 2, null)).toEqual([4, 3]);
      expect(await page(3, 9, null)).toEqual([2, 1]);
      expect(await page(99, 9, ['space-opened', 'exported'])).toEqual([3, 2, 1]);
      expect(await page(99, 9, [])).toEqual([]);
    });

    it('tells who did something, when first and when last', async () => {
      for (const [personId, at] of [
        ['lead', noon],
        ['guest', noon + 1],
        ['lead', noon + 2],
      ] as const) {
        await registry().appendAudit(opened({ personId, at }));
      }
      await registry().appendAudit(opened({ act: 'exported', at: noon + 3 }));
      expect(await registry().auditSpans('space:team', 'space-opened')).toEqual([
        { personId: 'lead', firstAt: noon, lastAt: noon + 2, times: 2 },
        { personId: 'guest', firstAt: noon + 1, lastAt: noon + 1, times: 1 },
      ]);
    });
  });
};
