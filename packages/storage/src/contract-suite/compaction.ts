import { describe, expect, it } from 'vitest';
import { emptyDocument } from './empty-document.ts';
import type { ContractPart } from './opened-storage.ts';

const update = (n: number): Uint8Array => Uint8Array.of(n);
const snapshot = (n: number): Uint8Array => Uint8Array.of(0xff, n);

export const compaction: ContractPart = (opened) => {
  describe('compaction (R14)', () => {
    it('replaces the log up to a position and keeps what came later', async () => {
      const { documents } = opened().storage;
      await documents.append('a', update(1));
      const upTo = await documents.append('a', update(2));
      const last = await documents.append('a', update(3));
      expect(await documents.compact('a', snapshot(2), upTo)).toBe(true);
      const expected = {
        ...emptyDocument,
        snapshot: snapshot(2),
        updates: [update(3)],
        position: last,
        snapshotPosition: upTo,
      };
      expect(await documents.load('a')).toEqual(expected);
      const again = await opened().reopen();
      expect(await again.documents.load('a')).toEqual(expected);
    });

    it('keeps the position of a log that it has emptied', async () => {
      const { documents } = opened().storage;
      const last = await documents.append('a', update(1));
      await documents.compact('a', snapshot(1), last);
      expect(await documents.load('a')).toEqual({
        ...emptyDocument,
        snapshot: snapshot(1),
        position: last,
        snapshotPosition: last,
      });
      expect(await documents.append('a', update(2))).toBeGreaterThan(last);
    });

    it('refuses a second and an older snapshot, and changes nothing', async () => {
      const { documents } = opened().storage;
      const older = await documents.append('a', update(1));
      const newer = await documents.append('a', update(2));
      await documents.compact('a', snapshot(2), newer);
      const before = await documents.load('a');
      expect(await documents.compact('a', snapshot(9), newer)).toBe(false);
      expect(await documents.compact('a', snapshot(9), older)).toBe(false);
      expect(await documents.load('a')).toEqual(before);
    });

    it('lets only one of many that compact the same log at once succeed', async () => {
      const { documents } = opened().storage;
      const last = await documents.append('a', update(1));
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, n) => documents.compact('a', snapshot(n), last)),
      );
      expect(results.filter(Boolean)).toHaveLength(1);
      expect((await documents.load('a')).snapshot).toEqual(snapshot(results.indexOf(true)));
    });

    it('refuses a document that has no such update: unknown, another, deleted, begun again', async () => {
      const { documents } = opened().storage;
      expect(await documents.compact('unknown', snapshot(1), 0)).toBe(false);
      const last = await documents.append('a', update(1));
      expect(await documents.compact('b', snapshot(1), last)).toBe(false);
      await documents.delete('a');
      expect(await documents.compact('a', snapshot(1), last)).toBe(false);
      await documents.append('a', update(2));
      expect(await documents.compact('a', snapshot(1), last)).toBe(false);
      expect(await documents.load('a')).toMatchObject({ snapshot: null, updates: [update(2)] });
      expect((await documents.load('b')).snapshot).toBeNull();
    });
  });
};
