import { daysBetween, lastContacts } from '../../ledger/engagements.ts';
import { flagsOf, type InterventionFlag } from '../../ledger/even-handedness.ts';
import type { Known } from '../known.ts';
import { asked, listed, subject, subjects, type Found } from '../question.ts';

/** Days without a contact from which on it is asked about: a habit of this house, and no finding. */
const longSilence = 28;

/** Questions about one party and one intervention. */
const ofConsent = (
  { interventions, atTable }: Known,
  kind: Extract<InterventionFlag, { readonly party: string }>['kind'],
): readonly Found[] =>
  interventions.flatMap((one) =>
    flagsOf(
      one,
      atTable.map(({ id }) => id),
    ).flatMap((flag): Found[] =>
      flag.kind === kind && 'party' in flag
        ? [
            {
              about: [subject('intervention', one.id), subject('actor', flag.party)],
              count: flag.rests.length,
              ...(flag.rests[0] ? { date: flag.rests[0].on } : {}),
            },
          ]
        : [],
    ),
  );

export const consent = [
  asked('never-spoken', ({ parties, contacts }) => {
    const last = lastContacts(contacts);
    const never = parties.filter(({ id }) => !last.has(id)).map(({ id }) => id);
    return listed('actor', never, { of: parties.length });
  }),
  asked('quiet', ({ parties, contacts, today }) => {
    const last = lastContacts(contacts);
    return parties.flatMap(({ id }): Found[] => {
      const date = last.get(id)?.now.date;
      if (date === undefined || daysBetween(date, today) < longSilence) return [];
      const count = contacts.filter(({ now }) => now.actor === id).length;
      return [{ about: [subject('actor', id)], date, count }];
    });
  }),
  asked('consent-not-asked', (known) => ofConsent(known, 'consent-not-asked')),
  asked('against-consent', (known) => ofConsent(known, 'against-consent')),
  asked('consent-unanswered', ({ interventions }) =>
    interventions.flatMap(({ id, parties }) =>
      [...parties.values()].flatMap(({ party, consent: word }): Found[] =>
        word?.step === 'consent-asked'
          ? [
              {
                ...{ about: [subject('intervention', id), subject('actor', party)] },
                ...{ date: word.on, count: 1 },
              },
            ]
          : [],
      ),
    ),
  ),
  /** Who is not among those who agreed has not answered, or has not agreed: neither is known (P2). */
  asked('rule-not-agreed', ({ list, atTable }) =>
    list('groundRule').flatMap(({ id, agreedBy }): Found[] => {
      const open = atTable.filter((party) => !agreedBy.includes(party.id)).map((party) => party.id);
      if (open.length === 0) return [];
      const figures = { count: atTable.length - open.length, of: atTable.length };
      return [{ about: [subject('groundRule', id)], others: subjects('actor', open), ...figures }];
    }),
  ),
  asked('items-unanswered', ({ items, atTable }) => {
    const open = items.filter(
      ({ settled, answers, proposedBy }) =>
        settled === null && atTable.some(({ id }) => id !== proposedBy && !answers.has(id)),
    );
    const ids = open.map(({ id }) => id);
    return listed('item', ids, { of: items.filter(({ settled }) => settled === null).length });
  }),
] as const;
