import type { InvitationRow, MembershipRow, PersonRow } from '../contract.ts';

/** Invitations, persons and members as one would explain them: lists in memory, without an engine. */
export class PlainRegistry {
  readonly invitations: InvitationRow[] = [];
  readonly #persons = new Map<string, PersonRow>();
  readonly #members = new Map<string, MembershipRow>();

  /** One of the invitations made so far, whatever the number; undefined while there is none. */
  pick(number: number): InvitationRow | undefined {
    return this.invitations[number % Math.max(this.invitations.length, 1)];
  }

  redeem(invitation: InvitationRow, at: number, person: PersonRow, place: MembershipRow): boolean {
    const { usesLeft, revokedAt, expiresAt } = invitation;
    if (usesLeft === 0 || revokedAt !== null || expiresAt <= at) return false;
    this.#replace({ ...invitation, usesLeft: usesLeft - 1 });
    this.#persons.set(person.id, person);
    return this.put(place);
  }

  revoke(invitation: InvitationRow, at: number): boolean {
    if (invitation.revokedAt !== null) return false;
    this.#replace({ ...invitation, revokedAt: at });
    return true;
  }

  put(place: MembershipRow): boolean {
    if (!this.#persons.has(place.personId)) return false;
    const key = JSON.stringify([place.spaceId, place.personId]);
    const addedAt = this.#members.get(key)?.addedAt ?? place.addedAt;
    this.#members.set(key, { ...place, addedAt });
    return true;
  }

  membersOf(spaceId: string): (MembershipRow & { person: PersonRow | undefined })[] {
    return [...this.#members.values()]
      .filter((place) => place.spaceId === spaceId)
      .map((place) => ({ ...place, person: this.#persons.get(place.personId) }));
  }

  #replace(invitation: InvitationRow): void {
    this.invitations[this.invitations.findIndex(({ id }) => id === invitation.id)] = invitation;
  }
}
