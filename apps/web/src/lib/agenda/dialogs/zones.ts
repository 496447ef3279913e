import { placeOfZone } from '../agenda-words.ts';

/** Every time zone that this browser knows, by its IANA name. */
export const zones = (): readonly string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** The zone that somebody means: `Europe/Zurich`, `europe/zurich` or `zurich`; null when none is. */
export function zoneNamed(text: string): string | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  const known = zones();
  return (
    known.find((zone) => plain(zone) === wanted) ??
    known.find((zone) => plain(placeOfZone(zone)) === wanted) ??
    null
  );
}

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');
