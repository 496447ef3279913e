import type { EntryFields, SeededEntry } from '../../../ledger/index.ts';
import { participants } from '../participants.ts';
import { amira, nadia } from './team.ts';

type Sent = EntryFields<'invitation-sent'>;
type Answered = EntryFields<'invitation-reply'>;

/** Interpreters and helpers work for the team, and no letter invites them. */
const guests = participants.filter(
  ({ capacity = 'representative' }) => !['interpreter', 'support'].includes(capacity),
);
const wereInvited = guests.filter(
  ({ id, stage = 'longlisted' }) =>
    id === 'm-03' || ['invited', 'confirmed', 'attended', 'declined'].includes(stage),
);

/** Who was asked otherwise than by a letter of 21 September in their first language. */
const otherwise: Readonly<Record<string, Partial<Sent>>> = {
  'u-02': { channel: 'in-person' },
  'm-05': { on: '2026-10-15', channel: 'phone' },
  'x-01': { channel: 'mail', language: 'en' },
  'o-01': { channel: 'mail', language: 'en' },
};

/** Who answered otherwise than with a yes of 5 October. */
const answers: Readonly<Record<string, Partial<Answered>>> = {
  'u-02': {
    reply: 'asks',
    on: '2026-10-02',
    said: 'Who else comes from below the barrage, and who chose them?',
  },
  'd-02': {
    reply: 'declines',
    on: '2026-10-08',
    said: 'Not while the company’s consultants sit at the table. Will write down what he would have said.',
  },
  'd-03': { reply: 'accepts', on: '2026-10-05', said: 'Comes if her brother may travel with her.' },
  'm-05': { reply: 'accepts', on: '2026-10-19', said: 'Comes in the place of Gorm Sether.' },
};

export const invitationsAndReplies: readonly SeededEntry[] = [
  ...wereInvited.map(({ id, languages = ['ar'] }): SeededEntry => {
    const fields: Sent = {
      participant: id,
      on: '2026-09-21',
      channel: 'letter',
      language: languages[0] ?? 'ar',
      ...otherwise[id],
    };
    return {
      kind: 'invitation-sent',
      id: `example-sent-${id}`,
      at: `${fields.on}T14:00Z`,
      by: amira,
      fields,
    };
  }),
  ...wereInvited.map(({ id }): SeededEntry => {
    const fields: Answered = {
      participant: id,
      reply: 'accepts',
      on: '2026-10-05',
      said: '',
      ...answers[id],
    };
    return {
      kind: 'invitation-reply',
      id: `example-reply-${id}`,
      at: `${fields.on}T08:00Z`,
      by: nadia,
      fields,
    };
  }),
];
