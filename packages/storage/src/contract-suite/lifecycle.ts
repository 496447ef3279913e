import { describe, expect, it } from 'vitest';
import { StorageError } from '../contract.ts';
import type { ContractPart } from './opened-storage.ts';

export const lifecycle: ContractPart = (opened) => {
  describe('opening and closing', () => {
    it('answers a ping while it is open', async () => {
      await expect(opened().storage.ping()).resolves.toBeUndefined();
    });

    it('commits what was asked for before it closes', async () => {
      const { storage } = opened();
      const appends = Array.from({ length: 50 }, (_, n) =>
        storage.documents.append('a', Uint8Array.of(n)),
      );
      await storage.close();
      await Promise.all(appends);
      expect((await (await opened().reopen()).documents.load('a')).updates).toHaveLength(50);
    });

    it('may be closed twice and then refuses everything', async () => {
      const { storage } = opened();
      await Promise.all([storage.close(), storage.close()]);
      await storage.close();
      await expect(storage.ping()).rejects.toThrow(StorageError);
      await expect(storage.documents.load('a')).rejects.toThrow(StorageError);
      await expect(storage.registry.countPersons()).rejects.toThrow(StorageError);
    });
  });
};
