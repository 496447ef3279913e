/** A person as the registry knows them: an account's mirror, or a guest who has none. */
export interface PersonRow {
  readonly id: string;
  readonly kind: 'account' | 'guest';
  readonly displayName: string;
  /** Index into the palette of presence colours. */
  readonly color: number;
  /** The language that a guest chose to read in (BCP 47); empty where nobody chose. */
  readonly language: string;
  readonly createdAt: number;
}

export interface GuestSessionRow {
  /** SHA-256 of the cookie's secret, base64url. The secret itself is never stored. */
  readonly secretHash: string;
  readonly personId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** People, and the sessions of those without an account. */
export interface Persons {
  /** Adds a person or replaces all that is known of them. */
  putPerson(person: PersonRow): Promise<void>;
  person(personId: string): Promise<PersonRow | null>;
  countPersons(): Promise<number>;
  /** Since when somebody may not come in any more; null while they may, and for who is unknown. */
  disabledSince(personId: string): Promise<number | null>;
  /** @param at milliseconds since 1970 (UTC); null lets them in again */
  setDisabled(personId: string, at: number | null): Promise<void>;

  /** Also one that has expired: the caller compares `expiresAt` with its clock. */
  guestSession(secretHash: string): Promise<GuestSessionRow | null>;
  /**
   * Puts another secret in the place of one that may be known to others; the session goes on.
   * @returns false where there is no such session
   */
  replaceGuestSecret(secretHash: string, newSecretHash: string): Promise<boolean>;
  /** Ending what is not there is not an error. */
  endGuestSession(secretHash: string): Promise<void>;
}
