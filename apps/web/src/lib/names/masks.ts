import type { Actor, RecordName, RecordOf } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

/**
 * Records as they are shown where people's names are hidden: a participant has none, and an actor who is a
 * person has the pseudonym, or a number of this page. Groups and institutions keep their names.
 */
export class Masks {
  /** Numbers are given as actors are first met, which is in the order of the list. */
  readonly #numbers = new Map<string, number>();

  masked<N extends RecordName>(name: N, record: RecordOf<N>): RecordOf<N>;
  masked(name: RecordName, record: RecordOf<RecordName>): RecordOf<RecordName> {
    if (name === 'participant') return { ...record, name: '' };
    if (name === 'actor' && 'pseudonym' in record && 'kind' in record) return this.#actor(record);
    return record;
  }

  #actor<A extends Pick<Actor, 'id' | 'kind' | 'pseudonym'>>(actor: A): A {
    if (actor.kind !== 'person') return actor;
    if (actor.pseudonym.trim() !== '') return { ...actor, name: actor.pseudonym };
    const number = this.#numbers.get(actor.id) ?? this.#numbers.size + 1;
    this.#numbers.set(actor.id, number);
    return { ...actor, name: m.names_person({ number }) };
  }
}

/** The record types that have people's names. */
export const namingPeople = ['actor', 'participant'] as const satisfies readonly RecordName[];
