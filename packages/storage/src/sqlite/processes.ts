import type { DatabaseSync } from 'node:sqlite';
import type { MembershipRow, PersonRow, ProcessRow } from '../contract.ts';
import type { RegistryOperations } from './protocol.ts';
import { placeColumns, spaceOfPerson, type PlaceColumns } from './place-columns.ts';
import { change, query } from './statements.ts';

type SpaceOfPersonColumns = PlaceColumns & Omit<MembershipRow, 'spaceId'>;

const spacesOfPerson = `
  SELECT ${placeColumns},
         memberships.person_id AS personId, role, capability, added_at AS addedAt
  FROM memberships
  JOIN spaces ON spaces.id = memberships.space_id
  JOIN processes ON processes.id = spaces.process_id
  WHERE memberships.person_id = :personId
    AND spaces.ended_at IS NULL AND processes.ended_at IS NULL`;

type ProcessOperations = Pick<
  RegistryOperations,
  'createProcess' | 'renameProcess' | 'spacesOf' | 'spaceFor' | 'membersOf' | 'putMembership'
>;

/** Processes, their spaces and who is a member of them. Each call must run inside one transaction. */
export function processes(database: DatabaseSync): ProcessOperations {
  const insertProcess = change(
    database,
    `INSERT INTO processes (id, title, summary, example, created_at)
     VALUES (:id, :title, :summary, :example, :createdAt)`,
  );
  const insertSpace = change(
    database,
    `INSERT INTO spaces (id, process_id, kind, title, attribution, created_at)
     VALUES (:id, :processId, :kind, :title, :attribution, :createdAt)`,
  );
  const putMembership = change(
    database,
    `INSERT INTO memberships (space_id, person_id, role, capability, added_at)
     VALUES (:spaceId, :personId, :role, :capability, :addedAt)
     ON CONFLICT (space_id, person_id)
     DO UPDATE SET role = excluded.role, capability = excluded.capability`,
  );
  const unbar = change(
    database,
    'DELETE FROM removals WHERE space_id = :spaceId AND person_id = :personId',
  );
  const rename = change(database, 'UPDATE processes SET title = :title WHERE id = :processId');
  const spacesOf = query<SpaceOfPersonColumns>(
    database,
    `${spacesOfPerson}
     ORDER BY processes.created_at DESC, processes.id, spaces.created_at, spaces.number`,
  );
  const spaceFor = query<SpaceOfPersonColumns>(
    database,
    `${spacesOfPerson} AND memberships.space_id = :spaceId`,
  );
  const membersOf = query<Omit<PersonRow, 'id'> & MembershipRow>(
    database,
    `SELECT space_id AS spaceId, person_id AS personId, role, capability, added_at AS addedAt,
            kind, display_name AS displayName, color, language, created_at AS createdAt
     FROM memberships JOIN persons ON persons.id = memberships.person_id
     WHERE space_id = :spaceId ORDER BY added_at, number`,
  );

  return {
    createProcess(process: ProcessRow, spaces, memberships) {
      insertProcess.run({ ...process });
      for (const space of spaces) insertSpace.run({ ...space });
      for (const membership of memberships) putMembership.run({ ...membership });
    },
    renameProcess: (processId, title) => rename.run({ processId, title }) > 0,
    spacesOf: (personId) => spacesOf.all({ personId }).map(spaceOfPerson),
    spaceFor(spaceId, personId) {
      const columns = spaceFor.first({ spaceId, personId });
      return columns === null ? null : spaceOfPerson(columns);
    },
    membersOf: (spaceId) => membersOf.all({ spaceId }).map(withPerson),
    putMembership(membership) {
      putMembership.run({ ...membership });
      const { spaceId, personId } = membership;
      unbar.run({ spaceId, personId });
    },
  };
}

/** A row about somebody, with what is known of them apart. */
function withPerson({
  kind,
  displayName,
  color,
  language,
  createdAt,
  ...membership
}: Omit<PersonRow, 'id'> & MembershipRow): MembershipRow & { person: PersonRow } {
  const { personId: id } = membership;
  return { ...membership, person: { id, kind, displayName, color, language, createdAt } };
}
