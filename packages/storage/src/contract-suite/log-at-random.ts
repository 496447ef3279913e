import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLog } from '../contract.ts';
import { emptyDocument } from './empty-document.ts';
import type { ContractPart } from './opened-storage.ts';

/** The log as one would explain it: what is kept of each document, and nothing about how. */
interface KeptDocument {
  /** Without a position where a rebuild chose it. */
  readonly snapshot: { readonly bytes: Uint8Array; readonly position: number | null } | null;
  readonly log: readonly { readonly bytes: Uint8Array; readonly position: number }[];
  readonly epoch: number;
}

const nothing: KeptDocument = { snapshot: null, log: [], epoch: 1 };

const documentId = fc.constantFrom('a', 'b', 'c');
const bytes = fc.uint8Array({ maxLength: 20 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('append' as const), documentId, bytes }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('compact' as const),
      documentId,
      bytes,
      /** Which of all positions ever given, stale and foreign ones too. */
      which: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('rebuild' as const), documentId, bytes }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('delete' as const), documentId }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const) }) },
);

export const logAtRandom: ContractPart = (opened) => {
  describe('the log under random use', () => {
    it('is always what a plain list of updates would be (R14)', async () => {
      let { documents } = opened().storage;
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          runs += 1;
          const prefix = `run ${runs}: `;
          const kept = new Map<string, KeptDocument>();
          const given: number[] = [];
          const of = (id: string): KeptDocument => kept.get(id) ?? nothing;
          for (const next of steps) {
            switch (next.act) {
              case 'append': {
                const position = await documents.append(prefix + next.documentId, next.bytes);
                expect(position).toBeGreaterThan(given.at(-1) ?? 0);
                given.push(position);
                const before = of(next.documentId);
                const log = [...before.log, { bytes: next.bytes, position }];
                kept.set(next.documentId, { ...before, log });
                break;
              }
              case 'compact': {
                const upTo = given[next.which % Math.max(given.length, 1)] ?? 0;
                const { log, epoch } = of(next.documentId);
                const valid = log.some(({ position }) => position === upTo);
                expect(await documents.compact(prefix + next.documentId, next.bytes, upTo)).toBe(
                  valid,
                );
                if (!valid) break;
                kept.set(next.documentId, {
                  snapshot: { bytes: next.bytes, position: upTo },
                  log: log.filter(({ position }) => position > upTo),
                  epoch,
                });
                break;
              }
              case 'rebuild': {
                const epoch = of(next.documentId).epoch + 1;
                expect(await documents.rebuild(prefix + next.documentId, next.bytes)).toBe(epoch);
                const snapshot = { bytes: next.bytes, position: null };
                kept.set(next.documentId, { snapshot, log: [], epoch });
                break;
              }
              case 'delete':
                await documents.delete(prefix + next.documentId);
                kept.delete(next.documentId);
                break;
              case 'restart':
                ({ documents } = await opened().reopen());
            }
          }
          for (const id of ['a', 'b', 'c']) await expectKept(documents, prefix + id, of(id));
        }),
        { numRuns: 40 },
      );
    });
  });
};

async function expectKept(
  documents: DocumentLog,
  documentId: string,
  { snapshot, log, epoch }: KeptDocument,
): Promise<void> {
  const position = log.at(-1)?.position ?? (snapshot === null ? 0 : snapshot.position);
  const loaded = await documents.load(documentId);
  expect(loaded).toEqual({
    ...emptyDocument,
    snapshot: snapshot?.bytes ?? null,
    updates: log.map((entry) => entry.bytes),
    position: position ?? loaded.position,
    snapshotPosition: snapshot === null ? 0 : (snapshot.position ?? loaded.snapshotPosition),
    epoch,
  });
}
