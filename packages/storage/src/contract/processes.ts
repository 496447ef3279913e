import type { PersonRow } from './persons.ts';

export interface ProcessRow {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** `none`, or the name of the example it was made from. */
  readonly example: string;
  /** Milliseconds since 1970 (UTC), as every time in the registry. */
  readonly createdAt: number;
}

export interface SpaceRow {
  readonly id: string;
  readonly processId: string;
  readonly kind: 'team' | 'plenary' | 'caucus';
  readonly title: string;
  /** Under non-attribution nobody's name stands beside what they say (Chatham House). */
  readonly attribution: 'named' | 'non-attribution';
  readonly createdAt: number;
}

export interface MembershipRow {
  readonly spaceId: string;
  readonly personId: string;
  readonly role: string;
  readonly capability: string;
  readonly addedAt: number;
}

/** Who and where, as seen by one person: a space with the process that it belongs to. */
export interface SpaceOfPerson {
  readonly process: ProcessRow;
  readonly space: SpaceRow;
  readonly membership: MembershipRow;
}

/** Processes, their spaces, and who is a member of them. */
export interface Processes {
  /** The process, its spaces and its first members, in one transaction. */
  createProcess(
    process: ProcessRow,
    spaces: readonly SpaceRow[],
    memberships: readonly MembershipRow[],
  ): Promise<void>;
  /** Resolves to false where there is no such process. */
  renameProcess(processId: string, title: string): Promise<boolean>;
  /**
   * Every space that this person may open, none that has ended: newest process first; within a process the oldest
   * space first, and those of the same moment in the order in which they were given.
   */
  spacesOf(personId: string): Promise<readonly SpaceOfPerson[]>;
  /** Null where the space does not exist, has ended or has no such member: these are not told apart. */
  spaceFor(spaceId: string, personId: string): Promise<SpaceOfPerson | null>;
  /** Who was added first comes first. */
  membersOf(spaceId: string): Promise<readonly (MembershipRow & { readonly person: PersonRow })[]>;
  /**
   * Adds a person, or replaces role and capability when they were a member already; `addedAt` then
   * stays as it was. Rejects when the space or the person is not stored.
   */
  putMembership(membership: MembershipRow): Promise<void>;
}
