import { describe, expect, it } from 'vitest';
import type { DocumentLog } from '../contract.ts';
import { emptyDocument } from './empty-document.ts';
import { fold, numbersIn, snapshot, update } from './numbers.ts';
import type { ContractPart } from './opened-storage.ts';

export const twoAtOnce: ContractPart = (opened) => {
  const both = async (): Promise<[DocumentLog, DocumentLog]> => [
    opened().storage.documents,
    (await opened().another()).documents,
  ];

  describe('two that have the same data open', () => {
    it('see what the other has stored, as soon as that resolves', async () => {
      const [here, there] = await both();
      await here.append('a', update(1), [{ clientId: 1, ownerId: 'anna' }]);
      const stored = await there.load('a');
      expect(stored).toMatchObject({ updates: [update(1)], owners: [{ clientId: 1 }] });
      expect(await there.compact('a', snapshot([1]), stored.position)).toBe(true);
      expect(await here.load('a')).toMatchObject({ snapshot: snapshot([1]), updates: [] });
      expect(await there.rebuild('a', snapshot([2]))).toBe(2);
      expect(await here.load('a')).toMatchObject({ epoch: 2, retired: [1], owners: [] });
      await here.delete('a');
      expect(await there.load('a')).toEqual(emptyDocument);
    });

    it('lose nothing though each folds only what it knows (R14)', async () => {
      // As rooms do: the snapshot is of the document in memory, which knows nothing of the other's.
      const write = async (documents: DocumentLog, first: number): Promise<void> => {
        const loaded = await documents.load('a');
        const known = numbersIn(loaded);
        let folded = { ...loaded, updates: loaded.updates.length };
        for (let number = first; number < first + 40; number += 1) {
          const position = await documents.append('a', update(number));
          known.push(number);
          folded = { ...folded, updates: folded.updates + 1 };
          if (number % 4 < 3) continue;
          if (await documents.compact('a', snapshot(known), position, folded)) {
            folded = { ...folded, snapshotPosition: position, updates: 0 };
          }
        }
      };
      const [here, there] = await both();
      await Promise.all([write(here, 0), write(there, 1_000)]);
      const all = [0, 1_000].flatMap((first) => Array.from({ length: 40 }, (_, n) => first + n));
      const stored = numbersIn(await here.load('a'));
      expect(stored.toSorted((a, b) => a - b)).toEqual(all);
    });

    it('neither lose nor double an update, however they append and fold (R14)', async () => {
      const [here, there] = await both();
      const rounds = 60;
      const write = async (documents: DocumentLog, first: number): Promise<number> => {
        let folded = 0;
        for (let number = first; number < first + rounds; number += 1) {
          const appended = documents.append('a', update(number));
          if (number % 3 === 0 && (await fold(documents, 'a'))) folded += 1;
          await appended;
        }
        return folded;
      };
      const folds = await Promise.all([write(here, 0), write(there, 1_000)]);
      const stored = numbersIn(await here.load('a'));
      const all = [0, 1_000].flatMap((first) =>
        Array.from({ length: rounds }, (_, n) => first + n),
      );
      expect(stored.toSorted((a, b) => a - b)).toEqual(all);
      // Each one's own come in the order in which it wrote them.
      expect(stored.filter((number) => number < 1_000)).toEqual(all.slice(0, rounds));
      expect(Math.min(...folds)).toBeGreaterThan(0);
    });

    it('give one client id to one person only (R5)', async () => {
      const [here, there] = await both();
      const claim = (documents: DocumentLog, ownerId: string) =>
        Promise.all(
          Array.from({ length: 30 }, (_, clientId) =>
            documents.append('a', update(clientId), [{ clientId, ownerId }]),
          ),
        );
      await Promise.all([claim(here, 'anna'), claim(there, 'badr')]);
      const { owners } = await here.load('a');
      expect(owners.map(({ clientId }) => clientId)).toEqual([...Array(30).keys()]);
      expect(await there.load('a')).toMatchObject({ owners });
    });
  });

  describe('a snapshot made from an older load (R14)', () => {
    const begin = async (): Promise<{ here: DocumentLog; there: DocumentLog; upTo: number }> => {
      const [here, there] = await both();
      await here.append('a', update(1));
      return { here, there, upTo: (await here.load('a')).position };
    };

    it('keeps what another appended since', async () => {
      const { here, there, upTo } = await begin();
      const last = await there.append('a', update(2));
      expect(await here.compact('a', snapshot([1]), upTo)).toBe(true);
      expect(await there.load('a')).toMatchObject({ updates: [update(2)], position: last });
      expect(numbersIn(await there.load('a'))).toEqual([1, 2]);
    });

    it('and later appends comes too late when another appended in between', async () => {
      const { here, there } = await begin();
      await there.append('a', update(2));
      const last = await here.append('a', update(3));
      const before = await there.load('a');
      const compact = (numbers: readonly number[]) =>
        here.compact('a', snapshot(numbers), last, {
          snapshotPosition: 0,
          updates: numbers.length,
        });
      expect(await compact([1, 3])).toBe(false);
      expect(await there.load('a')).toEqual(before);
      expect(await compact([1, 2, 3])).toBe(true);
    });

    it('and later appends comes too late when another compacted in between', async () => {
      const { here, there, upTo } = await begin();
      await there.append('a', update(2));
      await fold(there, 'a');
      const last = await here.append('a', update(3));
      const before = await there.load('a');
      for (const snapshotPosition of [0, upTo]) {
        const folded = { snapshotPosition, updates: 1 };
        expect(await here.compact('a', snapshot([1, 3]), last, folded)).toBe(false);
      }
      expect(await there.load('a')).toEqual(before);
      const { snapshotPosition } = before;
      const folded = { snapshotPosition, updates: 1 };
      expect(await here.compact('a', snapshot([1, 2, 3]), last, folded)).toBe(true);
    });

    it.each<[string, (there: DocumentLog) => Promise<unknown>]>([
      ['compacted', (there) => fold(there, 'a')],
      [
        'appended and compacted',
        async (there) => {
          await there.append('a', update(2));
          await fold(there, 'a');
        },
      ],
      ['rebuilt', (there) => there.rebuild('a', snapshot([3]))],
      ['deleted', (there) => there.delete('a')],
      [
        'deleted and begun again',
        async (there) => {
          await there.delete('a');
          await there.append('a', update(4));
        },
      ],
    ])('comes too late when another has %s since, and changes nothing', async (_, act) => {
      const { here, there, upTo } = await begin();
      await act(there);
      const before = await there.load('a');
      expect(await here.compact('a', snapshot([9]), upTo)).toBe(false);
      expect(await here.load('a')).toEqual(before);
    });
  });
};
