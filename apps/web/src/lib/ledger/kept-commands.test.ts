import type { Command } from '@parley/contracts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptCommands } from './kept-commands.ts';

/** What of a browser's localStorage is used: its keys are its own properties, its methods are not. */
class Storage {
  getItem(key: string): string | null {
    return (Reflect.get(this, key) as string | undefined) ?? null;
  }
  setItem(key: string, value: string): void {
    Reflect.set(this, key, value);
  }
  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

let storage: Storage;
beforeEach(() => {
  storage = new Storage();
  vi.stubGlobal('localStorage', storage);
});

const command: Command = { kind: 'resolve-thread', thread: 'first' };

describe('commands that wait', () => {
  it('are kept in the browser while the space is, and are there on the next visit', () => {
    new KeptCommands('copy', () => true).add({ id: 'one', command });
    expect(new KeptCommands('copy', () => true).read()).toMatchObject([{ id: 'one', command }]);
    expect(new KeptCommands('another', () => true).read()).toEqual([]);
  });

  it('are not kept where the person has not asked for it', () => {
    new KeptCommands('copy', () => false).add({ id: 'one', command });
    expect(Object.keys(storage)).toEqual([]);
  });

  it('are all deleted when the space is to be kept no longer', () => {
    let on = true;
    const kept = new KeptCommands('copy', () => on);
    kept.add({ id: 'one', command });
    storage.setItem('parley:theme', 'dark');
    on = false;
    kept.removeAll();
    expect(Object.keys(storage)).toEqual(['parley:theme']);
  });

  it('of another version are deleted and not sent', () => {
    storage.setItem('copy:command:old', '{"command":7}');
    expect(new KeptCommands('copy', () => true).read()).toEqual([]);
    expect(Object.keys(storage)).toEqual([]);
  });
});
