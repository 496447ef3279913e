import * as v from 'valibot';

const key = 'badge';
/** As the model has ids: nothing else is looked up, or shown. */
const BadgeId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/**
 * What a badge's code holds: this board, and an id that says nothing to anybody who is not let in. It
 * stands in the fragment, which browsers send to no server.
 * @param address of the participants board
 */
export function badgeLink(address: string, participant: string): string {
  const link = new URL(address);
  link.search = '?view=sessions';
  link.hash = `${key}=${participant}`;
  return link.href;
}

/** Whose badge an address names; null: none, or nothing that could be one. */
export function badgeIn(address: string): string | null {
  const said = new URLSearchParams(new URL(address).hash.slice(1)).get(key);
  return v.is(BadgeId, said) ? said : null;
}

export function withoutBadge(address: string): URL {
  const clean = new URL(address);
  clean.hash = '';
  return clean;
}
