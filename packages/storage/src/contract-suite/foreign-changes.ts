import { describe, expect, it } from 'vitest';
import type { Storage } from '../contract.ts';
import { update } from './numbers.ts';
import type { ContractPart } from './opened-storage.ts';
import { lead } from './rows.ts';

export const foreignChanges: ContractPart = (opened) => {
  /** Counts how often somebody is told. */
  const listenTo = (storage: Storage) => {
    let told = 0;
    storage.onForeignChange(() => {
      told += 1;
    });
    return () => told;
  };

  describe('a change by another who has the same data open', () => {
    it.each<[string, (there: Storage, time: number) => Promise<unknown>]>([
      ['to who may do what', ({ registry }, color) => registry.putPerson({ ...lead, color })],
      ['to a document', ({ documents }, time) => documents.append('a', update(time))],
    ])('%s is told each time', async (_, act) => {
      const told = listenTo(opened().storage);
      const there = await opened().another();
      for (const times of [1, 2]) {
        await act(there, times);
        await expect.poll(told).toBe(times);
      }
    });

    it('is not told to who made it, and what was read of it is told all the same', async () => {
      const { storage } = opened();
      const there = await opened().another();
      const [here, own] = [listenTo(storage), listenTo(there)];
      await there.registry.putPerson(lead);
      expect(await storage.registry.person(lead.id)).toEqual(lead);
      await expect.poll(here).toBe(1);
      expect(own()).toBe(0);
    });
  });
};
