/** People that one command may be about. */
const most = 200;

/** The ids of people, in parts that a command each can be about. */
export function inParts(people: readonly { readonly id: string }[]): readonly string[][] {
  const ids = people.map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / most) }, (_, part) =>
    ids.slice(part * most, (part + 1) * most),
  );
}
