import type { DatabaseSync } from 'node:sqlite';
import type { ArrivalRow, PersonRow } from '../contract.ts';
import { placeColumns, placeOf, type PlaceColumns } from './place-columns.ts';
import type { RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

export type ArrivalOperations = Pick<
  RegistryOperations,
  'arrivalsOf' | 'waitingOf' | 'admitArrival' | 'turnAway'
> & {
  /** Only as part of asking to join: nothing else makes somebody wait. */
  putArrival(arrival: ArrivalRow): void;
  waits(who: Pick<ArrivalRow, 'spaceId' | 'personId'>): boolean;
};

/** Waiting rooms. Each call must run inside one transaction. */
export function arrivalsTo(
  database: DatabaseSync,
  { putMembership }: Pick<RegistryOperations, 'putMembership'>,
): ArrivalOperations {
  const insert = change(
    database,
    `INSERT INTO arrivals (space_id, person_id, invitation_id, role, capability, asked_at)
     VALUES (:spaceId, :personId, :invitationId, :role, :capability, :askedAt)`,
  );
  const one = query(
    database,
    'SELECT number FROM arrivals WHERE space_id = :spaceId AND person_id = :personId',
  );
  const ofSpace = query<ArrivalRow & Omit<PersonRow, 'id'>>(
    database,
    `SELECT space_id AS spaceId, person_id AS personId, invitation_id AS invitationId, role,
            capability, asked_at AS askedAt,
            kind, display_name AS displayName, color, language, created_at AS createdAt
     FROM arrivals JOIN persons ON persons.id = arrivals.person_id
     WHERE space_id = :spaceId ORDER BY asked_at, number`,
  );
  const ofPerson = query<PlaceColumns & Pick<ArrivalRow, 'askedAt'>>(
    database,
    `SELECT ${placeColumns}, asked_at AS askedAt
     FROM arrivals
     JOIN spaces ON spaces.id = arrivals.space_id
     JOIN processes ON processes.id = spaces.process_id
     WHERE arrivals.person_id = :personId
       AND spaces.ended_at IS NULL AND processes.ended_at IS NULL
     ORDER BY asked_at, arrivals.number`,
  );
  const remove = change(
    database,
    'DELETE FROM arrivals WHERE space_id = :spaceId AND person_id = :personId',
  );

  return {
    putArrival(arrival) {
      insert.run({ ...arrival });
    },
    waits: ({ spaceId, personId }) => one.first({ spaceId, personId }) !== null,
    arrivalsOf: (spaceId) =>
      ofSpace
        .all({ spaceId })
        .map(({ kind, displayName, color, language, createdAt, ...arrival }) => ({
          ...arrival,
          person: { id: arrival.personId, kind, displayName, color, language, createdAt },
        })),
    waitingOf: (personId) =>
      ofPerson
        .all({ personId })
        .map((columns) => ({ ...placeOf(columns), askedAt: columns.askedAt })),
    admitArrival(membership) {
      const { spaceId, personId } = membership;
      if (remove.run({ spaceId, personId }) === 0) return false;
      putMembership(membership);
      return true;
    },
    turnAway: (spaceId, personId) => remove.run({ spaceId, personId }) > 0,
  };
}
