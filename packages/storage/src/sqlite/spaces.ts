import type { DatabaseSync } from 'node:sqlite';
import type { EndedSpace, Keeper, MembershipChange, MembershipRow } from '../contract.ts';
import { placeColumns, spaceOfPerson, type PlaceColumns } from './place-columns.ts';
import type { RegistryOperations } from './protocol.ts';
import { change, query } from './statements.ts';

type EndedSpaceColumns = PlaceColumns &
  Omit<MembershipRow, 'spaceId'> & {
    readonly endedAt: number;
    readonly processEndedAt: number | null;
  };

type SpaceOperations = Pick<
  RegistryOperations,
  | 'createSpace'
  | 'changeSpace'
  | 'endSpace'
  | 'reopenSpace'
  | 'endProcess'
  | 'endedSpacesOf'
  | 'changeMemberships'
>;

/** How spaces and memberships change and end. Each call must run inside one transaction. */
export function spaces(
  database: DatabaseSync,
  { putMembership, membersOf }: Pick<RegistryOperations, 'putMembership' | 'membersOf'>,
): SpaceOperations {
  const insert = change(
    database,
    `INSERT INTO spaces (id, process_id, kind, title, attribution, created_at)
     SELECT :id, id, :kind, :title, :attribution, :createdAt
     FROM processes WHERE id = :processId AND ended_at IS NULL`,
  );
  const update = change(
    database,
    `UPDATE spaces SET title = coalesce(:title, title),
       attribution = coalesce(:attribution, attribution)
     WHERE id = :spaceId AND ended_at IS NULL`,
  );
  const end = change(
    database,
    'UPDATE spaces SET ended_at = :at WHERE id = :spaceId AND ended_at IS NULL',
  );
  const reopen = change(
    database,
    'UPDATE spaces SET ended_at = NULL WHERE id = :spaceId AND ended_at IS NOT NULL',
  );
  const reopenProcess = change(
    database,
    `UPDATE processes SET ended_at = NULL
     WHERE id = (SELECT process_id FROM spaces WHERE id = :spaceId)`,
  );
  const ended = query<EndedSpaceColumns>(
    database,
    `SELECT ${placeColumns}, person_id AS personId, role, capability, added_at AS addedAt,
            spaces.ended_at AS endedAt, processes.ended_at AS processEndedAt
     FROM memberships
     JOIN spaces ON spaces.id = memberships.space_id
     JOIN processes ON processes.id = spaces.process_id
     WHERE person_id = :personId AND spaces.ended_at IS NOT NULL
     ORDER BY spaces.ended_at DESC, spaces.number`,
  );
  const remove = change(
    database,
    'DELETE FROM memberships WHERE space_id = :spaceId AND person_id = :personId',
  );
  const bar = change(
    database,
    `INSERT INTO removals (space_id, person_id, at) VALUES (:spaceId, :personId, :at)
     ON CONFLICT (space_id, person_id) DO UPDATE SET at = excluded.at`,
  );
  const endProcess = processEnding(database);

  return {
    createSpace(space, first) {
      if (insert.run({ ...space }) === 0) return false;
      putMembership(first);
      return true;
    },
    changeSpace: (spaceId, { title, attribution }) =>
      update.run({ spaceId, title: title ?? null, attribution: attribution ?? null }) > 0,
    endSpace: (spaceId, at) => end.run({ spaceId, at }) > 0,
    reopenSpace(spaceId) {
      if (reopen.run({ spaceId }) === 0) return false;
      reopenProcess.run({ spaceId });
      return true;
    },
    endProcess,
    endedSpacesOf: (personId) => ended.all({ personId }).map(endedSpace),
    changeMemberships(changes, keepers) {
      const bySpace = Map.groupBy(changes, ({ spaceId }) => spaceId);
      for (const [spaceId, ofSpace] of bySpace) {
        const members = membersOf(spaceId);
        const known = new Set(members.map(({ personId }) => personId));
        if (!ofSpace.every(({ personId }) => known.has(personId))) return 'no-member';
        if (leavesNobody(members, ofSpace, keepers)) return 'nobody-left';
      }
      for (const { spaceId, personId, becomes, barredAt } of changes) {
        if (becomes === null) remove.run({ spaceId, personId });
        // When they were added stays as it was.
        else putMembership({ spaceId, personId, ...becomes, addedAt: 0 });
        if (barredAt !== undefined) bar.run({ spaceId, personId, at: barredAt });
      }
      return 'done';
    },
  };
}

/** The end of a process, statement by statement. */
function processEnding(database: DatabaseSync): SpaceOperations['endProcess'] {
  const end = change(
    database,
    'UPDATE processes SET ended_at = :at WHERE id = :processId AND ended_at IS NULL',
  );
  const open = query<{ id: string }>(
    database,
    'SELECT id FROM spaces WHERE process_id = :processId AND ended_at IS NULL ORDER BY number',
  );
  const endSpaces = change(
    database,
    'UPDATE spaces SET ended_at = :at WHERE process_id = :processId AND ended_at IS NULL',
  );
  const inside = (table: 'memberships' | 'arrivals') => `
    SELECT person_id FROM ${table} JOIN spaces ON spaces.id = space_id
    WHERE process_id = :processId`;
  const people = query<{ id: string }>(
    database,
    `SELECT DISTINCT person_id AS id FROM (${inside('memberships')} UNION ${inside('arrivals')})`,
  );
  const elsewhere = (table: 'memberships' | 'arrivals') => `
    SELECT person_id FROM ${table} JOIN spaces ON spaces.id = space_id
    WHERE spaces.ended_at IS NULL`;
  const endSessions = query<{ id: string }>(
    database,
    `DELETE FROM guest_sessions
     WHERE person_id IN (${inside('memberships')} UNION ${inside('arrivals')})
       AND person_id NOT IN (${elsewhere('memberships')} UNION ${elsewhere('arrivals')})
     RETURNING person_id AS id`,
  );

  return (processId, at) => {
    if (end.run({ processId, at }) === 0) return null;
    const spaceIds = open.all({ processId }).map(({ id }) => id);
    endSpaces.run({ processId, at });
    const personIds = people.all({ processId }).map(({ id }) => id);
    const guestIds = new Set(endSessions.all({ processId }).map(({ id }) => id));
    return { spaceIds, personIds, guestIds: [...guestIds] };
  };
}

function endedSpace(columns: EndedSpaceColumns): EndedSpace {
  const { endedAt, processEndedAt } = columns;
  return { ...spaceOfPerson(columns), endedAt, processEnded: processEndedAt !== null };
}

/** Whether these changes take from a space its last keeper, or the last one with an account. */
function leavesNobody(
  members: ReturnType<RegistryOperations['membersOf']>,
  changes: readonly MembershipChange[],
  keepers: readonly Keeper[],
): boolean {
  const keeps = ({ role, capability }: Keeper) =>
    keepers.some((keeper) => keeper.role === role && keeper.capability === capability);
  const before = members.filter(keeps);
  const after = members.filter((member) => {
    const changed = changes.findLast(({ personId }) => personId === member.personId);
    if (changed === undefined) return keeps(member);
    return changed.becomes !== null && keeps(changed.becomes);
  });
  const withAccount = (some: typeof members) =>
    some.some(({ person }) => person.kind === 'account');
  return (before.length > 0 && after.length === 0) || (withAccount(before) && !withAccount(after));
}
