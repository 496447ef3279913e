import { foldTerm } from './fold.ts';
import { isUnknown } from './value-words.ts';

/** Value id → label: the values of an attribute of the process's own. */
type OwnValues = Readonly<Record<string, string>>;

/** The value that a cell means by its id or its label; null when there is none. */
export function ownValueOf(values: OwnValues, cell: string): string | null {
  if (Object.hasOwn(values, cell)) return cell;
  const wanted = foldTerm(cell);
  const [value] =
    Object.entries(values).find(([, label]) => wanted !== '' && foldTerm(label) === wanted) ?? [];
  return value ?? null;
}

/** What a file calls a value: its label where that leads back to it, else its id. */
export function ownValueName(values: OwnValues, value: string): string {
  const label = Object.hasOwn(values, value) ? values[value] : undefined;
  if (label === undefined || isUnknown(label)) return value;
  return ownValueOf(values, label.trim()) === value ? label : value;
}
