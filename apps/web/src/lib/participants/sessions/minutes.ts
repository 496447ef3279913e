/** `12`, `7.5`: minutes as people type them. @param seconds whole */
export const minutesOf = (seconds: number): string => String(Math.round((seconds / 60) * 10) / 10);

/** What somebody typed as minutes, or as minutes and seconds: `7`, `7.5`, `7:30`; null: no time. @returns seconds */
export function secondsIn(typed: string): number | null {
  const clock = /^\s*(\d{1,4}):([0-5]\d)\s*$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = /^\s*\d{1,4}(?:[.,]\d{1,2})?\s*$/.exec(typed);
  return minutes ? Math.round(Number(typed.trim().replace(',', '.')) * 60) : null;
}
