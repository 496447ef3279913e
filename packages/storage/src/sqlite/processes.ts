import type { DatabaseSync } from 'node:sqlite';
import type { MembershipRow, PersonRow, ProcessRow, SpaceOfPerson, SpaceRow } from '../contract.ts';
import type { RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

/** Everything about a space and one person's place in it, in one row. */
interface SpaceOfPersonColumns extends Omit<SpaceRow, 'id' | 'title' | 'createdAt'> {
  readonly processTitle: string;
  readonly summary: string;
  readonly example: string;
  readonly processCreatedAt: number;
  readonly spaceId: string;
  readonly spaceTitle: string;
  readonly spaceCreatedAt: number;
  readonly personId: string;
  readonly role: string;
  readonly capability: string;
  readonly addedAt: number;
}

const spacesOfPerson = `
  SELECT processes.id AS processId, processes.title AS processTitle, summary, example,
         processes.created_at AS processCreatedAt,
         spaces.id AS spaceId, spaces.kind, spaces.title AS spaceTitle,
         spaces.created_at AS spaceCreatedAt,
         memberships.person_id AS personId, role, capability, added_at AS addedAt
  FROM memberships
  JOIN spaces ON spaces.id = memberships.space_id
  JOIN processes ON processes.id = spaces.process_id
  WHERE memberships.person_id = :personId`;

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
    `INSERT INTO spaces (id, process_id, kind, title, created_at)
     VALUES (:id, :processId, :kind, :title, :createdAt)`,
  );
  const putMembership = change(
    database,
    `INSERT INTO memberships (space_id, person_id, role, capability, added_at)
     VALUES (:spaceId, :personId, :role, :capability, :addedAt)
     ON CONFLICT (space_id, person_id)
     DO UPDATE SET role = excluded.role, capability = excluded.capability`,
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
            kind, display_name AS displayName, color, created_at AS createdAt
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
    membersOf: (spaceId) =>
      membersOf.all({ spaceId }).map(({ kind, displayName, color, createdAt, ...membership }) => ({
        ...membership,
        person: { id: membership.personId, kind, displayName, color, createdAt },
      })),
    putMembership(membership) {
      putMembership.run({ ...membership });
    },
  };
}

function spaceOfPerson(columns: SpaceOfPersonColumns): SpaceOfPerson {
  const { processId, spaceId, personId, role, capability, addedAt } = columns;
  return {
    process: {
      id: processId,
      title: columns.processTitle,
      summary: columns.summary,
      example: columns.example,
      createdAt: columns.processCreatedAt,
    },
    space: {
      id: spaceId,
      processId,
      kind: columns.kind,
      title: columns.spaceTitle,
      createdAt: columns.spaceCreatedAt,
    },
    membership: { spaceId, personId, role, capability, addedAt },
  };
}
