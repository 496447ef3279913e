/** What is expected to go wrong when a person writes; bugs are thrown instead. */
export interface Problem {
  /** Field of the record that the problem is about; empty when it is about the record as a whole. */
  readonly field: string;
  readonly reason: 'empty' | 'too-long' | 'not-one-line' | 'not-allowed' | 'gone' | 'unreadable';
  /** Position in the list given, where several records were written at once; else 0. */
  readonly index: number;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (...problems: readonly Problem[]): Result<never> => ({
  ok: false,
  problems,
});
