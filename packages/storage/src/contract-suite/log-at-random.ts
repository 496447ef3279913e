import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentLog } from '../contract.ts';
import { emptyDocument } from './empty-document.ts';
import type { ContractPart } from './opened-storage.ts';

/** The log as one would explain it: what is kept of each document, and nothing about how. */
interface KeptDocument {
  snapshot: { bytes: Uint8Array; position: number } | null;
  log: { bytes: Uint8Array; position: number }[];
}

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
          const of = (id: string): KeptDocument => kept.get(id) ?? { snapshot: null, log: [] };
          for (const next of steps) {
            switch (next.act) {
              case 'append': {
                const position = await documents.append(prefix + next.documentId, next.bytes);
                expect(position).toBeGreaterThan(given.at(-1) ?? 0);
                given.push(position);
                const { snapshot, log } = of(next.documentId);
                kept.set(next.documentId, {
                  snapshot,
                  log: [...log, { bytes: next.bytes, position }],
                });
                break;
              }
              case 'compact': {
                const upTo = given[next.which % Math.max(given.length, 1)] ?? 0;
                const { log } = of(next.documentId);
                const valid = log.some(({ position }) => position === upTo);
                expect(await documents.compact(prefix + next.documentId, next.bytes, upTo)).toBe(
                  valid,
                );
                if (!valid) break;
                kept.set(next.documentId, {
                  snapshot: { bytes: next.bytes, position: upTo },
                  log: log.filter(({ position }) => position > upTo),
                });
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
  { snapshot, log }: KeptDocument,
): Promise<void> {
  expect(await documents.load(documentId)).toEqual({
    ...emptyDocument,
    snapshot: snapshot?.bytes ?? null,
    updates: log.map((entry) => entry.bytes),
    position: log.at(-1)?.position ?? snapshot?.position ?? 0,
  });
}
