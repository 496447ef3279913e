import type { Tie } from '../../records/index.ts';

/**
 * A tie of the example.
 * @param strength 1 weak to 3 strong
 * @param since ISO date; null: not known
 * @param until ISO date; null: it lasts
 */
export function tie(
  from: string,
  to: string,
  kind: Tie['kind'],
  strength: Tie['strength'],
  since: string | null,
  source: string,
  note = '',
  until: string | null = null,
) {
  return { id: `${from}--${to}`, from, to, kind, strength, since, until, note, source };
}
