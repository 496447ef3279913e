import type { CreateInvitationRequest, Invitation } from '@parley/contracts';
import type * as v from 'valibot';
import { createInvitation, readInvitations, revokeInvitation } from '#lib/api/invitations.ts';
import { sentence } from '#lib/api/sentences.ts';

/** The links into one space, as its panel shows and changes them. */
export class InvitationList {
  readonly #spaceId: string;
  #all: readonly Invitation[] = $state.raw([]);
  /** The link that was just made: the only time that anybody can read it. */
  link = $state.raw<string | null>(null);
  busy = $state(false);
  /** One sentence on what went wrong; empty when nothing did. */
  problem = $state('');

  constructor(spaceId: string) {
    this.#spaceId = spaceId;
  }

  /** Those that still work, newest first. */
  get open(): readonly Invitation[] {
    const now = Date.now();
    return this.#all
      .filter(({ revoked, usesLeft, expiresAt }) => !revoked && usesLeft > 0 && expiresAt > now)
      .toSorted((a, b) => b.expiresAt - a.expiresAt);
  }

  async read(): Promise<void> {
    const result = await readInvitations(this.#spaceId);
    if (result.ok) this.#all = result.value.invitations;
    else this.problem = sentence(result.reason);
  }

  async create(wish: v.InferInput<typeof CreateInvitationRequest>): Promise<void> {
    await this.#while(async () => {
      const result = await createInvitation(this.#spaceId, wish);
      if (!result.ok) this.problem = sentence(result.reason);
      else {
        this.#all = [result.value.invitation, ...this.#all];
        this.link = result.value.link;
      }
    });
  }

  async revoke(id: string): Promise<void> {
    await this.#while(async () => {
      const result = await revokeInvitation(this.#spaceId, id);
      if (!result.ok) this.problem = sentence(result.reason);
      else this.#all = this.#all.filter((invitation) => invitation.id !== id);
    });
  }

  async #while(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    await work();
    this.busy = false;
  }
}
