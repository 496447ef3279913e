import type { SyncState } from '@parley/sync/client';
import { describe, expect, it } from 'vitest';
import { savedState } from './saved-state.ts';

const inStep: SyncState = {
  connection: 'connected',
  synced: true,
  pending: 0,
  pendingUncertain: false,
  storing: true,
};

describe('what is said of changes (R7)', () => {
  it('is "saved" only when the server has acknowledged everything', () => {
    expect(savedState(inStep, true).state).toBe('saved');
    expect(savedState({ ...inStep, pending: 1 }, true).state).toBe('saving');
    expect(savedState({ ...inStep, pendingUncertain: true }, true).state).toBe('saving');
    expect(savedState({ ...inStep, synced: false }, true).state).toBe('saving');
  });

  it('is never "saved" without a connection', () => {
    for (const connection of ['offline', 'refused', 'connecting'] as const) {
      expect(savedState({ ...inStep, connection, synced: false }, true).state).not.toBe('saved');
    }
  });

  it('counts what is still to be saved, whatever the connection', () => {
    for (const connection of ['connected', 'offline', 'refused', 'connecting'] as const) {
      expect(savedState({ ...inStep, connection, pending: 3 }, true).pending).toBe(3);
    }
  });

  it('tells the first opening from an interruption', () => {
    const opening: SyncState = { ...inStep, connection: 'connecting', synced: false };
    expect(savedState(opening, false).state).toBe('connecting');
    expect(savedState(opening, true).state).toBe('saving');
  });

  it('says that this page may only read, rather than that its changes are saved (R3)', () => {
    expect(savedState({ ...inStep, capability: 'read' }, true).state).toBe('read-only');
    expect(savedState({ ...inStep, capability: 'edit' }, true).state).toBe('saved');
  });

  it('says that the server cannot store, for as long as it is reached (R6)', () => {
    const failing: SyncState = { ...inStep, storing: false, pending: 2 };
    expect(savedState(failing, true)).toMatchObject({ state: 'not-storing', pending: 2 });
    expect(savedState({ ...failing, connection: 'offline' }, true).state).toBe('offline');
  });

  it('tells why the line was lost, until it stands again', () => {
    const lost: SyncState = { ...inStep, connection: 'offline', synced: false, closeCode: 1013 };
    expect(savedState(lost, true).closeCode).toBe(1013);
    expect(savedState({ ...lost, connection: 'connected' }, true).closeCode).toBeUndefined();
  });
});
