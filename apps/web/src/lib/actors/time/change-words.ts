import type { DayOfChange } from '@parley/model/ledger';
import { m } from '#lib/paraglide/messages.js';

/** What changed on a day, in a few words: "2 readings, 1 tie begins". */
export const changeWords = (day: DayOfChange | undefined): string =>
  [
    [day?.readings ?? 0, m.views_change_readings] as const,
    [day?.begun ?? 0, m.views_change_begun] as const,
    [day?.ending ?? 0, m.views_change_ending] as const,
    [day?.stages ?? 0, m.views_change_stages] as const,
    [day?.contacts ?? 0, m.views_change_contacts] as const,
  ]
    .flatMap(([count, words]) => (count > 0 ? [words({ count })] : []))
    .join(', ') || m.views_change_none();
