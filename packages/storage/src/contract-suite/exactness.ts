import { describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
import type { ContractPart } from './opened-storage.ts';
import { membership, person, process, space } from './rows.ts';

/** Each pair differs by what a careless engine might strip, fold, quote or cut off. */
const hostileIds = [
  "x'; DROP TABLE updates; --",
  'x"; DROP TABLE updates; --',
  '%',
  '_',
  '',
  ' ',
  'A',
  'a',
  '\u0000',
  'a\u0000',
  'a\u0000b',
  '\u00e9',
  'e\u0301',
  'السلام عليكم',
  '🕊️',
  '../../etc/passwd',
  'x'.repeat(10_000),
  'x'.repeat(10_001),
];

export const exactness: ContractPart = (opened) => {
  describe('exactness', () => {
    it('keeps documents with hostile ids apart', async () => {
      const { documents } = opened().storage;
      await Promise.all(hostileIds.map((id, index) => documents.append(id, Uint8Array.of(index))));
      for (const [index, id] of hostileIds.entries()) {
        expect((await documents.load(id)).updates).toEqual([Uint8Array.of(index)]);
      }
    });

    it('keeps persons, processes and spaces with hostile ids and titles apart', async () => {
      const { registry } = opened().storage;
      for (const id of hostileIds) {
        await registry.putPerson(person({ id, displayName: id }));
        await registry.createProcess(
          { ...process, id, title: id, summary: id },
          [space({ id, processId: id, title: id })],
          [membership(id, id)],
        );
      }
      expect(await registry.countPersons()).toBe(hostileIds.length);
      for (const id of hostileIds) {
        expect(await registry.spacesOf(id)).toEqual([
          {
            process: { ...process, id, title: id, summary: id },
            space: space({ id, processId: id, title: id }),
            membership: membership(id, id),
          },
        ]);
      }
    });

    it('refuses text that it could not keep, in a sentence and with nothing stored', async () => {
      const { documents, registry } = opened().storage;
      const half = 'a\ud800';
      const refused = [
        documents.append(half, Uint8Array.of(1)),
        documents.load(half),
        registry.putPerson(person({ id: 'p', displayName: half })),
        registry.person(half),
      ];
      for (const outcome of await Promise.allSettled(refused)) {
        expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(StorageError);
      }
      expect(await registry.countPersons()).toBe(0);
      expect((await documents.load('a\ufffd')).updates).toEqual([]);
    });

    it('keeps every byte, the empty update and the empty snapshot', async () => {
      const { documents } = opened().storage;
      const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await documents.append('a', every);
      const last = await documents.append('a', new Uint8Array());
      expect((await documents.load('a')).updates).toEqual([every, new Uint8Array()]);
      expect(await documents.compact('a', new Uint8Array(), last)).toBe(true);
      expect((await documents.load('a')).snapshot).toEqual(new Uint8Array());
    });

    it('keeps a snapshot of 5 MB through a restart', async () => {
      const { documents } = opened().storage;
      const large = Uint8Array.from({ length: 5_000_000 }, (_, n) => (n * 31) % 251);
      const last = await documents.append('a', Uint8Array.of(1));
      await documents.compact('a', large, last);
      const kept = (await (await opened().reopen()).documents.load('a')).snapshot;
      expect(Buffer.compare(kept ?? new Uint8Array(), large)).toBe(0);
    });

    it('takes only the part of a buffer that it was given, and leaves it to the caller', async () => {
      const { documents } = opened().storage;
      const whole = Buffer.from('names of others|this|names of others');
      const part = whole.subarray(16, 20);
      const append = documents.append('a', part);
      part.fill(0);
      await append;
      expect((await documents.load('a')).updates).toEqual([new TextEncoder().encode('this')]);
      expect(whole.toString().startsWith('names of others|')).toBe(true);
    });
  });
};
