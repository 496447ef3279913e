import * as v from 'valibot';
import { line, LongText, OrderKey, requiredLine } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

export const writingDirections = ['ltr', 'rtl'] as const;
export type WritingDirection = (typeof writingDirections)[number];

/**
 * A letter of invitation before it is about anybody: one per language. Subject and body may hold merge
 * fields such as `{{name}}`; what each is filled with, besides the person's own, stands here in the
 * template's language.
 */
export const letterTemplateType = defineRecord('letterTemplate', {
  name: requiredLine(120),
  /** Of the letter: `ar` (BCP 47), or a language as lists write it out. */
  language: line(40),
  direction: v.picklist(writingDirections),
  subject: line(200),
  /** Paragraphs with empty lines between them. */
  body: LongText,
  /** What the meeting is called; empty: as the process is. */
  title: line(200),
  dates: line(200),
  place: line(200),
  /** Until when an answer is hoped for. */
  replyBy: line(120),
  /** Who signs. */
  sender: line(300),
  order: OrderKey,
})({
  defaults: () => ({
    language: '',
    direction: 'ltr',
    subject: '',
    body: '',
    title: '',
    dates: '',
    place: '',
    replyBy: '',
    sender: '',
  }),
  kinds: { texts: ['body'] },
});
