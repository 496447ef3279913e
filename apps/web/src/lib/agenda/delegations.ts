import type { Actor, Participant } from '@parley/model';

/** An actor that somebody represents, or that is named as a delegation. */
export interface Delegation {
  readonly actor: Actor;
  /** How many participants sit in it. */
  readonly people: number;
}

/** The delegations that a block can name: those with people first, then the parties to the conflict. */
export function delegationsIn(
  actors: readonly Actor[],
  participants: readonly Participant[],
  named: readonly string[] = [],
): readonly Delegation[] {
  const counts = new Map<string, number>();
  for (const { delegation } of participants) {
    if (delegation !== null) counts.set(delegation, (counts.get(delegation) ?? 0) + 1);
  }
  return actors
    .filter(({ id, role }) => counts.has(id) || named.includes(id) || role === 'primary')
    .map((actor) => ({ actor, people: counts.get(actor.id) ?? 0 }))
    .sort((a, b) => Number(b.people > 0) - Number(a.people > 0));
}
