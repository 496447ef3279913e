import type { Participant, Settings } from '@parley/model';
import type { Column, Option } from '#lib/table/column.ts';
import { optionsOf, valueIn, type Words } from './participant-words.ts';
import { withoutKey } from './without-key.ts';

export type PersonColumn = Column<Participant>;

type Look = Pick<
  PersonColumn,
  'id' | 'header' | 'width' | 'grow' | 'quiet' | 'hidden' | 'blank' | 'underWay'
>;

/** A one-line text. @param most characters that the model holds */
export function lineColumn(
  look: Look,
  most: number,
  read: (person: Participant) => string,
  write: (value: string) => Partial<Participant>,
): PersonColumn {
  return { ...look, kind: 'text', most, read, patch: write };
}

/** A field with a closed list of values, one of which everybody has. */
export function closedColumn<Value extends string>(
  look: Look,
  words: Words<Value>,
  read: (person: Participant) => Value,
  write: (value: Value) => Partial<Participant>,
  options: readonly Option[] = optionsOf(words),
): PersonColumn {
  return {
    ...look,
    kind: 'select',
    options,
    read,
    patch(value) {
      const known = valueIn(words, value);
      return known === null ? {} : write(known);
    },
  };
}

/** A field with a closed list of values, or none: not known. */
export function closedOrUnknownColumn<Value extends string>(
  look: Look,
  words: Words<Value>,
  read: (person: Participant) => Value | null,
  write: (value: Value | null) => Partial<Participant>,
): PersonColumn {
  return {
    ...look,
    kind: 'select',
    options: optionsOf(words),
    clearable: true,
    read,
    patch: (value) => write(valueIn(words, value)),
  };
}

/** A long text: its beginning on one line. It is written in the inspector, where there is room. */
export function longTextColumn(look: Look, read: (person: Participant) => string): PersonColumn {
  return { ...look, kind: 'computed', read: (person) => read(person).replaceAll(/\s+/gu, ' ') };
}

/** An attribute of the process's own. */
export function ownColumn(
  id: string,
  { label, values }: Settings['attributes'][string],
): PersonColumn {
  return {
    id: `custom:${id}`,
    header: label,
    kind: 'select',
    options: Object.entries(values).map(([value, name]): Option => ({ value, label: name })),
    clearable: true,
    width: 8,
    read: (person) => person.attributes[id] ?? null,
    patch(value, person) {
      const others = withoutKey(person.attributes ?? {}, id);
      return { attributes: value === null ? others : { ...others, [id]: value } };
    },
  };
}
