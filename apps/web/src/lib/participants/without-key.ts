/** A copy of a dictionary without one of its keys. */
export function withoutKey<Value>(
  dictionary: Readonly<Record<string, Value>>,
  key: string,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(dictionary).filter(([other]) => other !== key));
}
