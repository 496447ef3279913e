import { boardRoots } from '@parley/model';
import {
  closeCodes,
  createSyncServer,
  type Admission,
  type Identity,
  type SyncServer,
} from '@parley/sync/server';
import type { Registry, Storage } from '@parley/storage';
import { admitToDocument, type Access, type Session } from './access/index.ts';
import type { Log } from './log.ts';
import type { Origins } from './settings.ts';
import { sayIn } from './sync-log.ts';

/** Documents, open to the sessions of this server. */
export interface Sync extends Pick<SyncServer, 'handleUpgrade' | 'transact'> {
  /** Closes the connections that were opened under a session which has ended. */
  endSession(key: string): void;
  close(): Promise<void>;
}

export interface SyncParts {
  readonly storage: Storage;
  readonly access: Access;
  readonly registry: Registry;
  readonly origins: Origins;
  readonly clock: () => number;
  readonly log: Log;
}

/** How often open documents are looked over for sessions that have run out, in milliseconds. */
const sweepMs = 30_000;

/** The sync server on our storage, with our answer to who may open what. */
export function openSync({ storage, access, registry, origins, clock, log }: SyncParts): Sync {
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
    const identity: Identity = { id, name, color, role: admitted.role };
    sessions.set(identity, session);
    const capability = admitted.capability === 'edit' ? 'edit' : 'read';
    return { kind: 'admitted', capability, identity };
  };

  const server = createSyncServer({
    store: storage.documents,
    allowedOrigins: origins.allowed,
    // Clients write in boards only, and nothing else stands in one (R4).
    rootTypes: boardRoots,
    authorize,
    log: sayIn(log),
  });

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
    endSession: (key) => end((session) => session.key === key),
    close: async () => {
      clearInterval(sweep);
      await server.close();
    },
  };
}
