import type { DatabaseSync } from 'node:sqlite';
import type { GuestSessionRow, PersonRow } from '../contract.ts';
import type { RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

export type PersonOperations = Pick<
  RegistryOperations,
  | 'putPerson'
  | 'person'
  | 'countPersons'
  | 'disabledSince'
  | 'setDisabled'
  | 'guestSession'
  | 'replaceGuestSecret'
  | 'endGuestSession'
> & {
  /** Only as part of redeeming an invitation: nothing else makes a guest. */
  beginGuestSession(session: GuestSessionRow): void;
};

/** People and the sessions of those without an account. */
export function persons(database: DatabaseSync): PersonOperations {
  const put = change(
    database,
    `INSERT INTO persons (id, kind, display_name, color, language, created_at)
     VALUES (:id, :kind, :displayName, :color, :language, :createdAt)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, display_name = excluded.display_name,
       color = excluded.color, language = excluded.language, created_at = excluded.created_at`,
  );
  const byId = query<PersonRow>(
    database,
    `SELECT id, kind, display_name AS displayName, color, language, created_at AS createdAt
     FROM persons WHERE id = :personId`,
  );
  const count = query<{ persons: number }>(database, 'SELECT count(*) AS persons FROM persons');
  const disabled = query<{ disabledAt: number | null }>(
    database,
    'SELECT disabled_at AS disabledAt FROM persons WHERE id = :personId',
  );
  const disable = change(database, 'UPDATE persons SET disabled_at = :at WHERE id = :personId');
  const beginSession = change(
    database,
    `INSERT INTO guest_sessions (secret_hash, person_id, created_at, expires_at)
     VALUES (:secretHash, :personId, :createdAt, :expiresAt)`,
  );
  const sessionBySecret = query<GuestSessionRow>(
    database,
    `SELECT secret_hash AS secretHash, person_id AS personId, created_at AS createdAt,
            expires_at AS expiresAt
     FROM guest_sessions WHERE secret_hash = :secretHash`,
  );
  const replaceSecret = change(
    database,
    'UPDATE guest_sessions SET secret_hash = :newSecretHash WHERE secret_hash = :secretHash',
  );
  const endSession = change(database, 'DELETE FROM guest_sessions WHERE secret_hash = :secretHash');

  return {
    putPerson(person) {
      put.run({ ...person });
    },
    person: (personId) => byId.first({ personId }),
    countPersons: () => count.first({})?.persons ?? 0,
    disabledSince: (personId) => disabled.first({ personId })?.disabledAt ?? null,
    setDisabled(personId, at) {
      disable.run({ personId, at });
    },
    beginGuestSession(session) {
      beginSession.run({ ...session });
    },
    guestSession: (secretHash) => sessionBySecret.first({ secretHash }),
    replaceGuestSecret: (secretHash, newSecretHash) =>
      replaceSecret.run({ secretHash, newSecretHash }) > 0,
    endGuestSession(secretHash) {
      endSession.run({ secretHash });
    },
  };
}
