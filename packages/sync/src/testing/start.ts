import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createSyncServer,
  type Admission,
  type SyncEvent,
  type SyncServer,
  type SyncServerOptions,
  type UpdateStore,
} from '../server/index.ts';
import { GatedStore } from './gated-store.ts';
import { SqliteStore } from './sqlite-store.ts';
import { listenHere, takeUpgrades } from './take-upgrades.ts';

/** A file for a store that is removed when the test is over. */
export function storeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sync-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'log.sqlite');
}

export function openStore(path = storeFile()): GatedStore {
  const store = new SqliteStore(path);
  onTestFinished(() => store.close());
  return new GatedStore(store);
}

export interface Running {
  readonly sync: SyncServer;
  /** Such as ws://127.0.0.1:4711 */
  readonly url: string;
  readonly events: readonly SyncEvent[];
  readonly stop: () => Promise<void>;
}

/** A real server on a free port. Who connects says in the query who they are: `?as=anna&may=read`. */
export async function startServer(
  store: UpdateStore,
  options: Partial<SyncServerOptions> = {},
): Promise<Running> {
  const events: SyncEvent[] = [];
  const sync = createSyncServer({
    store,
    authorize: (request) => Promise.resolve(admissionByQuery(request.url ?? '')),
    log: (event) => events.push(event),
    ...options,
  });
  const http = createServer();
  takeUpgrades(http, sync);
  const port = await listenHere(http);
  let stopped: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopped ??= end());
  const end = async (): Promise<void> => {
    await sync.close();
    http.closeAllConnections();
    http.close();
  };
  onTestFinished(stop);
  return { sync, url: `ws://127.0.0.1:${port}`, events, stop };
}

export function admissionByQuery(url: string): Admission {
  const query = new URL(url, 'http://host').searchParams;
  const name = query.get('as') ?? 'anna';
  return {
    kind: 'admitted',
    capability: query.get('may') === 'read' ? 'read' : 'edit',
    identity: { id: `id-of-${name}`, name, color: 3, role: 'facilitator' },
  };
}

/** Resolves when no room is open. */
export async function emptied(sync: SyncServer): Promise<void> {
  while (sync.stats().rooms > 0) await new Promise((resolve) => setImmediate(resolve));
}
