/** The values that differ from those of a record; compared as JSON, whatever the order of their keys. */
export function changedValues<Values extends object>(
  values: Values,
  record: object,
): Partial<Values> {
  const current = new Map<string, unknown>(Object.entries(record));
  const changed = Object.entries(values).filter(
    ([field, value]) => canonical(value) !== canonical(current.get(field)),
  );
  // A part of the values is what remains of them.
  return Object.fromEntries(changed) as Partial<Values>;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
