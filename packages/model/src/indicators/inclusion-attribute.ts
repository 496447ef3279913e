import type { Participant, targetAttributes } from '../records/index.ts';

/** What people can be told apart by: a field of the participant, or an attribute of the process's own. */
export type CompositionAttribute = (typeof targetAttributes)[number] | `custom:${string}`;

/** Whom a target looks for; every `InclusionTarget` is one. */
export interface Wanted {
  readonly attribute: string;
  /** Any of these counts. */
  readonly values: readonly string[];
}

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

/** Whether a person has one of the values that a target names. */
export function matchOf(target: Wanted, participant: Participant): Match {
  const value = attributeValue(participant, target.attribute);
  if (value === null) return 'unknown';
  return target.values.some((wanted) => wanted.trim() === value) ? 'yes' : 'no';
}
