/**
 * Where a caret stands after somebody else has changed the text around it: what is in front of the
 * changed stretch stays where it is, what is behind moves along, what is inside goes to its end.
 */
export function caretAfter(before: string, after: string, caret: number): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (caret <= start) return caret;
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  return after.length - Math.min(end, before.length - caret);
}
