export { closeCodes, isTerminal, type CloseCode } from '../close-codes.ts';
export type { Capability } from '../wire.ts';
export { DocumentProvider, type DocumentProviderOptions } from './document-provider.ts';
export type { PresenceFields } from './own-presence.ts';
export { statusOf, type SyncStatus } from './status.ts';
export type { SyncState, SyncStateListener } from './sync-state.ts';
