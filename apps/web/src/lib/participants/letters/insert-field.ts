import { asMergeField, type MergeField } from '@parley/exchange/letters';

/** A text with a merge field at a place of it, and where the caret stands afterwards. */
export function withField(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  field: MergeField,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, start) + asMergeField(field);
  return { text: before + text.slice(end), caret: before.length };
}
