import { may } from '@parley/contracts';
import { boardRoots } from '@parley/model';
import {
  closeCodes,
  createSyncServer,
  type Admission,
  type Identity,
  type OpenConnection,
  type SyncServer,
} from '@parley/sync/server';
import type { Registry, Storage } from '@parley/storage';
import {
  admitToDocument,
  type Access,
  type AdmittedToDocument,
  type Session,
} from './access/index.ts';
import type { Opens } from './audit/opens.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Origins } from './settings.ts';
import { sayIn } from './sync-log.ts';

/** Documents, open to the sessions of this server. */
export interface Sync extends Pick<SyncServer, 'handleUpgrade' | 'transact'> {
  /** Closes the connections that were opened under a session which has ended. */
  endSession(key: string): void;
  /** Brings this person's connections in line with what they may do from now on, within a second. */
  readonly accessChanged: (personId: string) => Promise<void>;
  /** The same for everybody: another process has changed something. */
  recheckEverybody(): void;
  close(): Promise<void>;
}

export interface SyncParts {
  readonly storage: Storage;
  readonly access: Access;
  readonly registry: Registry;
  readonly opens: Opens;
  readonly origins: Origins;
  readonly clock: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** How often open documents are looked over for sessions that have run out, in milliseconds. */
const sweepMs = 30_000;

/** The sync server on our storage, with our answer to who may open what. */
export function openSync(parts: SyncParts): Sync {
  const { storage, access, registry, opens, origins, clock, log, metrics } = parts;
  // By the identity that a connection was given; it is forgotten together with the connection.
  const sessions = new WeakMap<Identity, Session>();

  const authorize = async (
    request: Parameters<SyncServer['handleUpgrade']>[0],
    documentId: string,
  ): Promise<Admission> => {
    const session = await access.resolveSession(request.headers);
    if (session === null) return { kind: 'no-session' };
    const admitted = await admitToDocument(registry, session, documentId);
    if (admitted === null) return { kind: 'not-found' };
    const { id, name, color } = session.person;
    // No document is sent before the space's trail tells who opened it.
    await opens.record(admitted.place.space.id, id);
    const identity: Identity = { id, name, color, role: admitted.role };
    sessions.set(identity, session);
    return { kind: 'admitted', capability: inDocument(admitted), identity };
  };

  const reauthorize = async ({ identity, documentId }: OpenConnection): Promise<Admission> => {
    const session = sessions.get(identity);
    if (session === undefined || !(await access.isOpen(session))) return { kind: 'no-session' };
    const admitted = await admitToDocument(registry, session, documentId);
    if (admitted === null) return { kind: 'not-found' };
    return { kind: 'admitted', capability: inDocument(admitted), identity };
  };

  const server = createSyncServer({
    store: storage.documents,
    allowedOrigins: origins.allowed,
    // Clients write in boards only, and nothing else stands in one (R4).
    rootTypes: boardRoots,
    authorize,
    reauthorize,
    metrics: metrics.sync,
    log: sayIn(log),
  });

  metrics.watch(() => server.stats());

  const end = (ended: (session: Session) => boolean): void => {
    server.disconnect(({ identity }) => {
      const session = sessions.get(identity);
      return session === undefined || ended(session);
    }, closeCodes.sessionEnded);
  };
  const sweep = setInterval(() => end(({ endsAt }) => endsAt <= clock()), sweepMs);
  sweep.unref();

  return {
    handleUpgrade: (...upgrade) => server.handleUpgrade(...upgrade),
    transact: (...change) => server.transact(...change),
    accessChanged: (personId) => server.recheck(({ identity }) => identity.id === personId),
    recheckEverybody: () => void server.recheck(() => true),
    endSession: (key) => end((session) => session.key === key),
    close: async () => {
      clearInterval(sweep);
      await server.close();
    },
  };
}

/**
 * Boards are co-edited by who may edit; who may contribute does so by commands, and reads boards. The
 * ledger is the server's alone to write.
 */
const inDocument = ({ kind, role, capability }: AdmittedToDocument): 'edit' | 'read' =>
  kind === 'board' && may('edit', role, capability) ? 'edit' : 'read';
