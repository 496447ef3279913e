/** What somebody says in a reading. */
export interface Said {
  /** null: looked at, and not known. */
  readonly level: number | null;
  readonly rationale: string;
  readonly alternative: string;
}
