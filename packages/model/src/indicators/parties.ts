import type { Actor, AgendaBlock, Participant } from '../records/index.ts';
import { mayTakePart, participantsInBlock } from './inclusion-counting.ts';

type Seated = Pick<Participant, 'delegation' | 'stage'>;

/**
 * The actors that sit at the table as parties, in the order given: those that somebody represents who is
 * still in the running; before anybody is, those with a primary role in the conflict. Third parties, the
 * team among them, propose and answer nothing as a party.
 * @param named ids of those that have to be among them, as they were named before
 */
export function partiesAtTable<A extends Pick<Actor, 'id' | 'role'>>(
  actors: readonly A[],
  participants: readonly Participant[],
  named: ReadonlySet<string> = new Set(),
): readonly A[] {
  const sent = new Set(participants.filter(mayTakePart).flatMap(represented));
  const sits = ({ id, role }: A) => role !== 'third-party' && sent.has(id);
  const some = actors.some(sits);
  return actors.filter(
    (actor) => named.has(actor.id) || (some ? sits(actor) : actor.role === 'primary'),
  );
}

/**
 * Which of these parties take part in a block: all where everybody does; otherwise those that are named,
 * and those of which somebody is.
 */
export function partiesInBlock(
  block: AgendaBlock,
  parties: readonly string[],
  participants: readonly Participant[],
): readonly string[] {
  if (block.everyone) return parties;
  const people = participantsInBlock(block, participants.filter(mayTakePart));
  const there = new Set([...block.delegations, ...people.flatMap(represented)]);
  return parties.filter((party) => there.has(party));
}

const represented = ({ delegation }: Seated): readonly string[] =>
  delegation === null ? [] : [delegation];
