import type { ClientIdOwner } from './update-store.ts';

/** Owner of what the server itself wrote. No identity may have it. */
export const serverOwner = '';

/** Shared by all documents in their first epoch, which is most of them. */
const none: ReadonlySet<number> = new Set();

/**
 * Whose the Yjs client ids of one document are (R5). An id belongs to whoever first wrote under it;
 * the ids of former epochs are nobody's any more (R12). What was claimed since the last commit goes
 * into the log together with the update that it was claimed for.
 */
export class ClientIds {
  readonly #owners: Map<number, string>;
  readonly #retired: ReadonlySet<number>;
  #claims: ClientIdOwner[] = [];

  constructor(owners: readonly ClientIdOwner[], retired: readonly number[]) {
    this.#owners = new Map(owners.map(({ clientId, ownerId }) => [clientId, ownerId]));
    this.#retired = retired.length === 0 ? none : new Set(retired);
  }

  /** Whether this person may write under this id. */
  isOpenTo(ownerId: string, clientId: number): boolean {
    const owner = this.#owners.get(clientId);
    return owner === undefined || owner === ownerId;
  }

  isRetired(clientId: number): boolean {
    return this.#retired.has(clientId);
  }

  /** Makes an id that is nobody's this person's. */
  claim(ownerId: string, clientId: number): void {
    if (this.#owners.has(clientId)) return;
    this.#owners.set(clientId, ownerId);
    this.#claims.push({ clientId, ownerId });
  }

  /** What is to be stored with the next update; asking again gives only what came since. */
  takeClaims(): readonly ClientIdOwner[] {
    const claims = this.#claims;
    this.#claims = [];
    return claims;
  }
}
