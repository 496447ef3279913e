import { describe, expect, it } from 'vitest';
import type { ContractPart } from './opened-storage.ts';
import { emptyDocument } from './empty-document.ts';

const update = (n: number): Uint8Array => Uint8Array.of(n);
const anna = (clientId: number) => ({ clientId, ownerId: 'anna' });
const badr = (clientId: number) => ({ clientId, ownerId: 'badr' });

export const epochs: ContractPart = (opened) => {
  describe('client ids (R5)', () => {
    it('are kept with the update that first used them, each document having its own', async () => {
      const { documents } = opened().storage;
      await documents.append('a', update(1), [anna(9), badr(4_294_967_295)]);
      await documents.append('b', update(1), [badr(9)]);
      await documents.append('a', update(2), [anna(3)]);
      const again = await opened().reopen();
      const { owners, retired } = await again.documents.load('a');
      expect(owners).toEqual([anna(3), anna(9), badr(4_294_967_295)]);
      expect(retired).toEqual([]);
      expect((await again.documents.load('b')).owners).toEqual([badr(9)]);
    });

    it('belong to their first writer, however many claim one at once', async () => {
      const { documents } = opened().storage;
      await Promise.all([
        documents.append('a', update(1), [anna(1), anna(1)]),
        documents.append('a', update(2), [badr(1), badr(2)]),
        documents.append('a', update(3), [anna(2)]),
      ]);
      const { owners, updates } = await documents.load('a');
      expect(owners).toEqual([anna(1), badr(2)]);
      expect(updates).toHaveLength(3);
    });

    it('are not kept when the append that brings them is refused', async () => {
      const { documents } = opened().storage;
      const refused = documents.append('a', update(1), [
        anna(1),
        { clientId: 2, ownerId: 'half a surrogate \ud800' },
      ]);
      await expect(refused).rejects.toThrow('half a surrogate');
      expect(await documents.load('a')).toEqual(emptyDocument);
    });

    it('stay through a compaction and go with the document', async () => {
      const { documents } = opened().storage;
      const last = await documents.append('a', update(1), [anna(1)]);
      await documents.compact('a', update(2), last);
      expect((await documents.load('a')).owners).toEqual([anna(1)]);
      await documents.delete('a');
      expect(await documents.load('a')).toEqual(emptyDocument);
    });
  });

  describe('a rebuild (R12)', () => {
    it('leaves the new state alone, in a new epoch with every old client id retired', async () => {
      const { documents } = opened().storage;
      const old = await documents.append('a', update(1), [anna(1)]);
      await documents.compact('a', update(2), old);
      await documents.append('a', update(3), [badr(2)]);
      await documents.append('b', update(4), [badr(2)]);
      expect(await documents.rebuild('a', update(5), [7, 2, 7])).toBe(2);
      const expected = {
        snapshot: update(5),
        updates: [],
        owners: [],
        retired: [1, 2, 7],
        epoch: 2,
      };
      expect(await documents.load('a')).toMatchObject(expected);
      const again = await opened().reopen();
      const loaded = await again.documents.load('a');
      expect(loaded).toMatchObject(expected);
      expect(loaded.position).toBeGreaterThan(old);
      expect(await again.documents.load('b')).toMatchObject({
        updates: [update(4)],
        owners: [badr(2)],
        epoch: 1,
      });
    });

    it('counts on, and its epoch outlasts compactions', async () => {
      const { documents } = opened().storage;
      expect(await documents.rebuild('a', update(1))).toBe(2);
      const last = await documents.append('a', update(2), [anna(1)]);
      expect(await documents.compact('a', update(3), last)).toBe(true);
      expect((await documents.load('a')).epoch).toBe(2);
      await documents.append('a', update(4), [badr(2)]);
      expect(await documents.rebuild('a', update(5))).toBe(3);
      expect(await documents.load('a')).toMatchObject({ epoch: 3, retired: [1, 2], updates: [] });
    });

    it('begins no epoch below the one that it is told, and none twice', async () => {
      const { documents } = opened().storage;
      await documents.append('a', update(1));
      expect(await documents.rebuild('a', update(2), [], 100)).toBe(100);
      expect(await documents.rebuild('a', update(3), [], 100)).toBe(101);
      expect(await documents.rebuild('a', update(4))).toBe(102);
      expect((await documents.load('a')).epoch).toBe(102);
    });

    it('keeps a retired client id from whoever claims it again', async () => {
      const { documents } = opened().storage;
      await documents.append('a', update(1), [anna(1)]);
      await documents.rebuild('a', update(2));
      await documents.append('a', update(3), [anna(1), badr(2)]);
      expect(await documents.load('a')).toMatchObject({ owners: [badr(2)], retired: [1] });
    });

    it('makes a compaction of the old content come too late (R14)', async () => {
      const { documents } = opened().storage;
      const last = await documents.append('a', update(1));
      await documents.rebuild('a', update(2));
      expect(await documents.compact('a', update(9), last)).toBe(false);
      const { snapshot, position } = await documents.load('a');
      expect(snapshot).toEqual(update(2));
      expect(await documents.compact('a', update(9), position)).toBe(false);
    });

    it('is forgotten with its document', async () => {
      const { documents } = opened().storage;
      await documents.rebuild('a', update(1), [1]);
      await documents.delete('a');
      expect(await documents.load('a')).toEqual(emptyDocument);
    });
  });
};
