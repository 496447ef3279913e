import { may } from '@parley/contracts';
import type {
  EndedSpace,
  Invitation,
  Member,
  ProcessSummary,
  SpaceSummary,
} from '@parley/contracts';
import type {
  EndedSpace as EndedPlace,
  InvitationRow,
  PersonRow,
  Redemption,
  MembershipRow,
  SpaceOfPerson,
} from '@parley/storage';
import { membershipOf, personOf } from '../access/index.ts';

export const spaceSummary = ({ space, membership }: SpaceOfPerson): SpaceSummary => ({
  id: space.id,
  kind: space.kind,
  title: space.title,
  attribution: space.attribution,
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

/** An ended space, for those who may look after it; nothing for others. */
export function endedSummary(place: EndedPlace): EndedSpace[] {
  const { space, process, membership, endedAt, processEnded } = place;
  const { role, capability } = membershipOf(membership);
  if (!may('manage-space', role, capability)) return [];
  const { id, kind, title } = space;
  const mayReopen = !processEnded || may('end-process', role, capability);
  return [{ id, kind, title, processTitle: process.title, endedAt, mayReopen }];
}

export const memberSummary = (row: MembershipRow & { readonly person: PersonRow }): Member => ({
  person: personOf(row.person),
  ...membershipOf(row),
  since: row.addedAt,
  language: row.person.language,
});

export const invitationSummary = (
  row: InvitationRow,
  redemptions: readonly Redemption[] = [],
): Invitation => ({
  id: row.id,
  ...membershipOf(row),
  usesLeft: row.usesLeft,
  createdAt: row.createdAt,
  expiresAt: row.expiresAt,
  revoked: row.revokedAt !== null,
  waits: row.waits,
  cameBy: redemptions
    .filter(({ invitationId }) => invitationId === row.id)
    .map(({ personId }) => personId),
});
