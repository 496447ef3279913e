import { readXml } from './xml.ts';

/** Reads which sheets a workbook has, in their order, and from when it counts days. */
export function readWorkbook(xml: string) {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  let since1904 = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'sheet') {
        sheets.push({ name: attributes.name ?? '', relation: relationIn(attributes) });
      } else if (name === 'workbookPr') {
        since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      }
    },
  });
  return { sheets, since1904 };
}

/** The attribute is `r:id`, whatever the prefix is called. */
const relationIn = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

/** Reads id of a relation → path of the part in the archive. */
export function relationsOf(xml: string): ReadonlyMap<string, string> {
  const relations = new Map<string, string>();
  readXml(xml, {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      relations.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return relations;
}
