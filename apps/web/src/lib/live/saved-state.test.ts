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
});
