import type { Participant, targetAttributes } from '../records/index.ts';

/** What people can be told apart by: a field of the participant, or an attribute of the process's own. */
export type CompositionAttribute = (typeof targetAttributes)[number] | `custom:${string}`;

/** One thing that must be true of somebody. */
export interface Condition {
  readonly attribute: string;
  /** Any of these counts. */
  readonly values: readonly string[];
}

/** Whom a target looks for; every `InclusionTarget` is one. */
export interface Wanted extends Condition {
  /** What must be true of the same person besides. */
  readonly also?: readonly Condition[];
}

/** Everything that must be true of somebody who counts. */
export const conditionsOf = (target: Wanted): readonly Condition[] =>
  target.also === undefined || target.also.length === 0 ? [target] : [target, ...target.also];

/** Whether somebody counts towards a target; `unknown` is an answer of its own, never a no (P2). */
export type Match = 'yes' | 'no' | 'unknown';

/**
 * The value of an attribute for one person; null when it is not known: undisclosed, empty, not
 * recorded. Free text is compared without the spaces around it.
 */
export function attributeValue(participant: Participant, attribute: string): string | null {
  const value = rawValue(participant, attribute)?.trim() ?? '';
  return value === '' || value === 'undisclosed' ? null : value;
}

function rawValue(participant: Participant, attribute: string): string | null {
  switch (attribute) {
    case 'gender':
      return participant.gender;
    case 'ageBand':
      return participant.ageBand;
    case 'region':
      return participant.region;
    case 'sector':
      return participant.sector;
    case 'level':
      return participant.level;
    case 'capacity':
      return participant.capacity;
    case 'modality':
      return participant.modality;
    default: {
      const id = attribute.startsWith('custom:') ? attribute.slice('custom:'.length) : '';
      return Object.hasOwn(participant.attributes, id)
        ? (participant.attributes[id] ?? null)
        : null;
    }
  }
}

/**
 * Whether a person is what a target looks for. One condition that does not hold decides, whatever else
 * is not known of them (Kleene's three values): a man is no young woman, however old he is.
 */
export function matchOf(target: Wanted, participant: Participant): Match {
  let match: Match = 'yes';
  for (const condition of conditionsOf(target)) {
    const one = conditionMatch(condition, participant);
    if (one === 'no') return 'no';
    if (one === 'unknown') match = 'unknown';
  }
  return match;
}

/** The attributes that are not known of somebody and decide whether they count; none where it is known. */
export function undecidedBy(target: Wanted, participant: Participant): readonly string[] {
  if (matchOf(target, participant) !== 'unknown') return [];
  return conditionsOf(target)
    .filter((condition) => conditionMatch(condition, participant) === 'unknown')
    .map(({ attribute }) => attribute);
}

function conditionMatch({ attribute, values }: Condition, participant: Participant): Match {
  const value = attributeValue(participant, attribute);
  if (value === null) return 'unknown';
  return values.some((wanted) => wanted.trim() === value) ? 'yes' : 'no';
}
