import type { MergeField } from '@parley/exchange/letters';
import { m } from '#lib/paraglide/messages.js';
import type { Words } from '../participant-words.ts';
import type { LanguageFit } from './template-for.ts';

export const mergeFieldWords: Words<MergeField> = {
  name: m.letters_field_name,
  pseudonym: m.letters_field_pseudonym,
  delegation: m.letters_field_delegation,
  title: m.letters_field_title,
  dates: m.letters_field_dates,
  place: m.letters_field_place,
  replyBy: m.letters_field_reply_by,
  sender: m.letters_field_sender,
};

/** What stands in a letter where something is missing. */
export const gapWords = (field: MergeField): string => `[${mergeFieldWords[field]()}]`;

export const fitWords: Readonly<Record<Exclude<LanguageFit, 'theirs'>, () => string>> = {
  'not-known': m.letters_fit_not_known,
  'none-in-theirs': m.letters_fit_none,
};
