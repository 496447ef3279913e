/** The day that it is anywhere on earth already, as `YYYY-MM-DD`. @param at ms since 1970 (UTC) */
export const lastDay = (at: number): string =>
  new Date(at + 14 * 3_600_000).toISOString().slice(0, 10);
