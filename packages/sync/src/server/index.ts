export { closeCodes, isTerminal, type CloseCode } from '../close-codes.ts';
export type { Capability } from '../wire.ts';
export type { Admission, Identity, Json, OpenConnection } from './admission.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { SyncMetrics } from './metrics.ts';
export type { SyncEvent, SyncLog, SyncStats } from './sync-event.ts';
export { createSyncServer, type SyncServer, type SyncServerOptions } from './sync-server.ts';
export type { ClientIdOwner, Folded, StoredUpdates, UpdateStore } from './update-store.ts';
