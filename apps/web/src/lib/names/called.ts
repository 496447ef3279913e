import type { Participant } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

type Named = Pick<Participant, 'name' | 'pseudonym'>;

/** What a person is called on every screen but the list: the pseudonym, whether or not names are hidden. */
export const shownAs = ({ pseudonym }: Pick<Participant, 'pseudonym'>): string =>
  pseudonym.trim() === '' ? m.participants_no_pseudonym() : pseudonym;

/**
 * What a person is called where people have to be told apart: the name stands in for a pseudonym that is
 * missing. Where names are hidden, what is read of a person has none (masks.ts).
 */
export const calledOf = (person: Named): string =>
  person.pseudonym.trim() === '' && person.name.trim() !== '' ? person.name : shownAs(person);
