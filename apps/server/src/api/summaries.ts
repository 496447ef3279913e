import type { Invitation, Member, ProcessSummary, SpaceSummary } from '@parley/contracts';
import type { InvitationRow, PersonRow, MembershipRow, SpaceOfPerson } from '@parley/storage';
import { membershipOf, personOf } from '../access/index.ts';

export const spaceSummary = ({ space, membership }: SpaceOfPerson): SpaceSummary => ({
  id: space.id,
  kind: space.kind,
  title: space.title,
  ...membershipOf(membership),
});

/** The processes of one person, each with the spaces that they may open, in the order given. */
export function processSummaries(places: readonly SpaceOfPerson[]): ProcessSummary[] {
  const byProcess = new Map<string, ProcessSummary>();
  for (const place of places) {
    const { id, title, summary, example, createdAt } = place.process;
    const known = byProcess.get(id) ?? { id, title, summary, example, createdAt, spaces: [] };
    known.spaces.push(spaceSummary(place));
    byProcess.set(id, known);
  }
  return [...byProcess.values()];
}

export const memberSummary = (row: MembershipRow & { readonly person: PersonRow }): Member => ({
  person: personOf(row.person),
  ...membershipOf(row),
});

export const invitationSummary = (row: InvitationRow): Invitation => ({
  id: row.id,
  ...membershipOf(row),
  usesLeft: row.usesLeft,
  expiresAt: row.expiresAt,
  revoked: row.revokedAt !== null,
});
