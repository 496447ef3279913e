import * as v from 'valibot';
import { Id, IsoDate, line } from '../../fields.ts';
import { defineEntry, paragraphs } from '../entry.ts';

export const invitationChannels = [
  'letter',
  'mail',
  'messenger',
  'phone',
  'in-person',
  'other',
] as const;
export type InvitationChannel = (typeof invitationChannels)[number];

/** An invitation went out. */
export const invitationSentEntry = defineEntry('invitation-sent', {
  participant: Id,
  on: IsoDate,
  channel: v.picklist(invitationChannels),
  /** The language of the letter, as the list names it; may be empty. */
  language: line(40),
});

/** `asks`: they want to know something first. A reply moves nobody to another stage by itself. */
export const replies = ['accepts', 'declines', 'undecided', 'asks'] as const;
export type Reply = (typeof replies)[number];

/** What somebody answered to their invitation; a later reply takes its place. */
export const invitationReplyEntry = defineEntry('invitation-reply', {
  participant: Id,
  reply: v.picklist(replies),
  on: IsoDate,
  /** In our words. */
  said: paragraphs(2_000),
});
