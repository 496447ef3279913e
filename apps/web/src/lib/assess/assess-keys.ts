import { scaleOf, type AssessedKind } from '@parley/model/ledger';

/** What a key asks of the panel. */
export type AssessIntent =
  | { readonly do: 'set'; readonly level: number | null }
  | { readonly do: 'row'; readonly step: 1 | -1 }
  | { readonly do: 'actor'; readonly step: 1 | -1 }
  | { readonly do: 'why' };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * @param kind the row that the key is for
 * @param opposed whether a minus was pressed just before
 * @returns null for a key that means nothing here, or a level that the scale does not have
 */
export function assessIntent(
  { key, ctrlKey, metaKey, altKey }: Key,
  kind: AssessedKind,
  opposed: boolean,
): AssessIntent | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (/^[0-9]$/.test(key)) {
    const level = opposed ? -Number(key) : Number(key);
    const { least, most } = scaleOf(kind);
    return level < least || level > most ? null : { do: 'set', level: level === 0 ? 0 : level };
  }
  switch (key.toLowerCase()) {
    case 'u':
      return { do: 'set', level: null };
    case 'arrowup':
      return { do: 'row', step: -1 };
    case 'arrowdown':
      return { do: 'row', step: 1 };
    case 'n':
      return { do: 'actor', step: 1 };
    case 'p':
      return { do: 'actor', step: -1 };
    case 'w':
      return { do: 'why' };
    default:
      return null;
  }
}
