import type { Candidate, Capability, Invitation, Role } from '@parley/contracts';
import type { Result } from '#lib/api/call.ts';
import { revokeInvitation } from '#lib/api/invitations.ts';
import { sentence } from '#lib/api/sentences.ts';
import { addMember, changeMember, readCandidates, removeMember } from '#lib/api/spaces.ts';

/** Changes to who is in a space; the list itself is the space's place, read anew after each. */
export class People {
  readonly #spaceId: string;
  readonly #refresh: () => Promise<void>;
  candidates: readonly Candidate[] = $state.raw([]);
  busy = $state(false);
  /** One sentence on what went wrong; empty when nothing did. */
  problem = $state('');

  constructor(spaceId: string, refresh: () => Promise<void>) {
    this.#spaceId = spaceId;
    this.#refresh = refresh;
  }

  async readCandidates(): Promise<void> {
    const result = await readCandidates(this.#spaceId);
    if (result.ok) this.candidates = result.value.candidates;
  }

  add = (personId: string, capability: Capability) =>
    this.#do(() => addMember(this.#spaceId, { personId, capability }));

  change = (personId: string, wish: { role?: Role; capability?: Capability }) =>
    this.#do(() => changeMember(this.#spaceId, personId, wish));

  /** @param links taken back before, so that nobody comes in by one meanwhile */
  remove = (personId: string, links: readonly Pick<Invitation, 'id'>[]) =>
    this.#do(async () => {
      for (const { id } of links) {
        const revoked = await revokeInvitation(this.#spaceId, id);
        if (!revoked.ok) return revoked;
      }
      return removeMember(this.#spaceId, personId);
    });

  /** @returns whether it was done */
  async #do(work: () => Promise<Result<unknown>>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = '';
    const result = await work();
    if (!result.ok) this.problem = sentence(result.reason);
    await Promise.all([this.#refresh(), this.readCandidates()]);
    this.busy = false;
    return result.ok;
  }
}
