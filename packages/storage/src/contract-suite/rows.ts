import type {
  ArrivalRow,
  GuestSessionRow,
  InvitationRow,
  MembershipRow,
  PersonRow,
  ProcessRow,
  Registry,
  SpaceRow,
} from '../contract.ts';

/** Noon of 14 March 2026, UTC: where the time of these tests begins, in ms. */
export const noon = Date.UTC(2026, 2, 14, 12);
export const hour = 3_600_000;

export const lead = person({ id: 'lead', kind: 'account', displayName: 'Amal Haddad' });
export const process: ProcessRow = {
  id: 'process',
  title: 'Water of the Meridia',
  summary: 'Three districts and one lake',
  example: 'none',
  createdAt: noon,
};
export const team = space({ id: 'team', kind: 'team', title: 'Team' });
export const plenary = space({ id: 'plenary', kind: 'plenary', title: 'Plenary' });

export function person(fields: Partial<PersonRow> & Pick<PersonRow, 'id'>): PersonRow {
  return {
    kind: 'guest',
    displayName: `Name of ${fields.id}`,
    color: 3,
    language: '',
    createdAt: noon,
    ...fields,
  };
}

export function space(fields: Partial<SpaceRow> & Pick<SpaceRow, 'id'>): SpaceRow {
  return {
    processId: process.id,
    kind: 'caucus',
    title: 'Caucus',
    attribution: 'named',
    createdAt: noon,
    ...fields,
  };
}

export function membership(
  spaceId: string,
  personId: string,
  fields: Partial<MembershipRow> = {},
): MembershipRow {
  return { spaceId, personId, role: 'lead', capability: 'edit', addedAt: noon, ...fields };
}

export function invitation(
  fields: Partial<InvitationRow> & Pick<InvitationRow, 'id'>,
): InvitationRow {
  return {
    secretHash: `hash of ${fields.id}`,
    spaceId: plenary.id,
    role: 'participant',
    capability: 'contribute',
    invitedBy: lead.id,
    createdAt: noon,
    expiresAt: noon + hour,
    uses: fields.usesLeft ?? 1,
    usesLeft: 1,
    revokedAt: null,
    waits: false,
    ...fields,
  };
}

export function arrival(
  personId: string,
  invitationId: string,
  fields: Partial<ArrivalRow> = {},
): ArrivalRow {
  return {
    spaceId: plenary.id,
    personId,
    invitationId,
    role: 'participant',
    capability: 'contribute',
    askedAt: noon,
    ...fields,
  };
}

export function session(personId: string, fields: Partial<GuestSessionRow> = {}): GuestSessionRow {
  return {
    secretHash: `session of ${personId}`,
    personId,
    createdAt: noon,
    expiresAt: noon + 24 * hour,
    ...fields,
  };
}

/** A process with a team space and a plenary, and its lead in both. */
export async function begin(registry: Registry): Promise<void> {
  await registry.putPerson(lead);
  await registry.createProcess(
    process,
    [team, plenary],
    [membership(team.id, lead.id), membership(plenary.id, lead.id)],
  );
}
