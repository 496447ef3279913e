import type { DatabaseSync } from 'node:sqlite';
import { StorageError, type ProcessRow, type SpaceRow } from '../contract.ts';
import type { LogOperations, RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

type AdministrationOperations = Pick<
  RegistryOperations,
  'everyProcess' | 'everySpaceOf' | 'deleteProcess' | 'withdrawEveryLink'
>;

/** Everything that refers to a space, in an order in which it can go. */
const ofSpaces = [
  'ballots',
  'sealed_ratings',
  'round_keys',
  'arrivals',
  'redemptions',
  'removals',
  'invitations',
  'memberships',
] as const;

/** Where people stand in spaces, those who were taken out too. */
const withPersons = ['memberships', 'arrivals', 'redemptions', 'removals'] as const;

/** What the command line asks. Each call must run inside one transaction. */
export function administration(
  database: DatabaseSync,
  documents: Pick<LogOperations, 'delete'>,
): AdministrationOperations {
  const everyProcess = query<ProcessRow & { endedAt: number | null }>(
    database,
    `SELECT id, title, summary, example, created_at AS createdAt,
            ended_at AS endedAt
     FROM processes ORDER BY created_at DESC, id`,
  );
  const everySpaceOf = query<SpaceRow & { endedAt: number | null }>(
    database,
    `SELECT id, process_id AS processId, kind, title, attribution, created_at AS createdAt,
            ended_at AS endedAt
     FROM spaces WHERE process_id = :processId ORDER BY created_at, number`,
  );
  const guestsIn = query<{ personId: string }>(
    database,
    `SELECT id AS personId FROM persons WHERE kind = 'guest' AND id IN (
       ${withPersons
         .map(
           (table) => `SELECT person_id FROM ${table} JOIN spaces ON spaces.id = space_id
             WHERE process_id = :processId`,
         )
         .join(' UNION ')})`,
  );
  const dropFromSpaces = ofSpaces.map((table) =>
    change(
      database,
      `DELETE FROM ${table}
       WHERE space_id IN (SELECT id FROM spaces WHERE process_id = :processId)`,
    ),
  );
  const dropSpaces = change(database, 'DELETE FROM spaces WHERE process_id = :processId');
  const dropProcess = change(database, 'DELETE FROM processes WHERE id = :processId');
  const isNowhere = [
    ...withPersons.map((table) => `SELECT 1 FROM ${table} WHERE person_id = :personId`),
    'SELECT 1 FROM invitations WHERE invited_by = :personId',
  ]
    .map((somewhere) => `NOT EXISTS (${somewhere})`)
    .join(' AND ');
  const dropSessions = change(
    database,
    `DELETE FROM guest_sessions WHERE person_id = :personId AND ${isNowhere}`,
  );
  const dropGuest = change(database, `DELETE FROM persons WHERE id = :personId AND ${isNowhere}`);
  const keepFromReturning = change(
    database,
    'INSERT OR IGNORE INTO deleted_documents (document_id) VALUES (:documentId)',
  );

  const dropEverySession = change(database, 'DELETE FROM guest_sessions');
  const revokeEverything = change(
    database,
    'UPDATE invitations SET revoked_at = :at WHERE revoked_at IS NULL',
  );

  return {
    everyProcess: () => everyProcess.all({}),
    everySpaceOf: (processId) => everySpaceOf.all({ processId }),
    deleteProcess(processId, documentsOf) {
      const spaces = everySpaceOf.all({ processId });
      if (spaces.some(({ id }) => !Object.hasOwn(documentsOf, id))) throw grown();
      const guests = guestsIn.all({ processId });
      for (const drop of [...dropFromSpaces, dropSpaces]) drop.run({ processId });
      if (dropProcess.run({ processId }) === 0) return false;
      for (const { personId } of guests) {
        dropSessions.run({ personId });
        dropGuest.run({ personId });
      }
      for (const documentId of spaces.flatMap(({ id }) => documentsOf[id] ?? [])) {
        documents.delete(documentId);
        keepFromReturning.run({ documentId });
      }
      return true;
    },
    withdrawEveryLink(at) {
      dropEverySession.run({});
      revokeEverything.run({ at });
    },
  };
}

const grown = (): StorageError =>
  new StorageError(
    'Nothing was deleted: somebody has made another space in the process meanwhile. Try again.',
  );
