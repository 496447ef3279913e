export { closeCodes, isTerminal, type CloseCode } from '../close-codes.ts';
export type { Capability } from '../wire.ts';
export type { Admission, Identity, Json } from './admission.ts';
export { defaultLimits, type Limits } from './limits.ts';
export type { SyncEvent, SyncLog, SyncStats } from './sync-event.ts';
export {
  createSyncServer,
  type OpenConnection,
  type SyncServer,
  type SyncServerOptions,
} from './sync-server.ts';
export type { ClientIdOwner, StoredUpdates, UpdateStore } from './update-store.ts';
