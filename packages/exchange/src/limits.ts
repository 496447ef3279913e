/** What one import may bring: more is a mistake, or would make a board too large to open. */
export const importLimits = {
  /** Rows that hold anything, besides one header. */
  rows: 5_000,
  columns: 60,
  /** Bytes of the text as UTF-8. */
  bytes: 5 * 1024 * 1024,
} as const;
