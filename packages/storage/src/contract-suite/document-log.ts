import { describe, expect, it } from 'vitest';
import { emptyDocument } from './empty-document.ts';
import type { ContractPart } from './opened-storage.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = (updates: readonly Uint8Array[]): string[] =>
  updates.map((update) => new TextDecoder().decode(update));

export const documentLog: ContractPart = (opened) => {
  describe('the update log', () => {
    it('loads a document that nobody wrote in as empty', async () => {
      const { documents } = opened().storage;
      expect(await documents.load('nothing')).toEqual(emptyDocument);
    });

    it('loads updates in the order in which they were appended, with growing positions', async () => {
      const { documents } = opened().storage;
      const first = await documents.append('a', bytes('one'));
      await documents.append('b', bytes('elsewhere'));
      const second = await documents.append('a', bytes('two'));
      expect(first).toBeGreaterThan(0);
      expect(second).toBeGreaterThan(first);
      const loaded = await documents.load('a');
      expect(texts(loaded.updates)).toEqual(['one', 'two']);
      expect(loaded.position).toBe(second);
    });

    it('answers a load that follows appends nobody waited for', async () => {
      const { documents } = opened().storage;
      const appends = [documents.append('a', bytes('one')), documents.append('a', bytes('two'))];
      expect(texts((await documents.load('a')).updates)).toEqual(['one', 'two']);
      await Promise.all(appends);
    });

    it('has every one of 1000 concurrent appends to 10 documents after a restart, in order (R6)', async () => {
      const { documents } = opened().storage;
      const positions = await Promise.all(
        Array.from({ length: 1000 }, (_, n) => documents.append(`d${n % 10}`, bytes(String(n)))),
      );
      expect(new Set(positions).size).toBe(1000);
      const again = await opened().reopen();
      for (let document = 0; document < 10; document += 1) {
        const loaded = await again.documents.load(`d${document}`);
        const expected = Array.from({ length: 100 }, (_, n) => String(n * 10 + document));
        expect(texts(loaded.updates)).toEqual(expected);
        expect(loaded.position).toBe(positions[990 + document]);
      }
    });

    it('lets an append that is refused fail alone among its neighbours', async () => {
      const { documents } = opened().storage;
      const outcomes = await Promise.allSettled([
        documents.append('a', bytes('before')),
        documents.append('half a surrogate \ud800', bytes('refused')),
        documents.append('a', bytes('after')),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
      ]);
      expect(texts((await documents.load('a')).updates)).toEqual(['before', 'after']);
    });

    it('deletes one document and leaves the others', async () => {
      const { documents } = opened().storage;
      const last = await documents.append('a', bytes('one'));
      await documents.compact('a', bytes('snapshot'), last);
      await documents.append('a', bytes('two'));
      await documents.append('b', bytes('stays'));
      await documents.delete('a');
      await documents.delete('never there');
      expect(await documents.load('a')).toEqual(emptyDocument);
      expect(texts((await documents.load('b')).updates)).toEqual(['stays']);
    });

    it('never gives a position twice, not even after a deletion and a restart', async () => {
      const { documents } = opened().storage;
      const before = await documents.append('a', bytes('one'));
      await documents.delete('a');
      const again = await opened().reopen();
      expect(await again.documents.append('a', bytes('anew'))).toBeGreaterThan(before);
    });
  });
};
