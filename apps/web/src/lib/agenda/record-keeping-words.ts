import type { AgendaBlock } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

/** What is written down in a block. */
export const recordKeepingWords: Readonly<Record<AgendaBlock['recordKeeping'], () => string>> = {
  none: m.agenda_record_none,
  'notes-without-attribution': m.agenda_record_notes,
  minutes: m.agenda_record_minutes,
};
