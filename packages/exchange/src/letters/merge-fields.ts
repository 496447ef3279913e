/** What a letter can be filled with. They stand in a template as `{{name}}`, in every language alike. */
export const mergeFields = [
  'name',
  'pseudonym',
  'delegation',
  'title',
  'dates',
  'place',
  'replyBy',
  'sender',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** A stretch of a template: words that stand as they are, a merge field, or one that there is not. */
export type TemplatePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'field'; readonly field: MergeField }
  | { readonly kind: 'unknown'; readonly text: string };

const braced = /(\{\{[^{}\n]{0,60}\}\})/u;

/** Reads one line or paragraph of a template. What is in braces and no field is said, never dropped. */
export function templateParts(text: string): readonly TemplatePart[] {
  return text
    .split(braced)
    .filter((part) => part !== '')
    .map((part): TemplatePart => {
      if (!braced.test(part)) return { kind: 'words', text: part };
      const said = part.slice(2, -2).trim().toLowerCase();
      const field = mergeFields.find((name) => name.toLowerCase() === said);
      return field ? { kind: 'field', field } : { kind: 'unknown', text: part };
    });
}

export const asMergeField = (field: MergeField): string => `{{${field}}}`;
