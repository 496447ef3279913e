import * as v from 'valibot';

/** How a field of a record lies in Yjs; what is not listed is a plain value, last writer wins. */
export interface FieldKinds {
  /** Long texts, a `Y.Text` each: two people can type in one at once. Read as string. */
  readonly texts?: readonly string[];
  /** Sets of strings, a `Y.Map` of key → true each: two people can add at once. Read as sorted array. */
  readonly sets?: readonly string[];
  /** Dictionaries, a `Y.Map` each: two people can set two keys at once. Read as plain object. */
  readonly maps?: readonly string[];
  /** Those of the dictionaries that are made with their first key: a record without any stores none. */
  readonly late?: readonly string[];
}

/** What happens to a record when the one that a field of it names is removed. */
interface Link {
  /** Name of the record type that the field points to. */
  readonly to: string;
  /** `remove`: this record goes too. `clear`: a plain field becomes null, a key leaves a set or map. */
  readonly onRemove: 'remove' | 'clear';
}

type Entries = v.ObjectEntries;
type Plain = Record<string, unknown>;

/** One step that lifts a plain record from version `to - 1` to version `to`. */
export interface Migration {
  readonly to: number;
  readonly up: (record: Plain) => Plain;
}

export interface RecordType<Name extends string, E extends Entries> {
  readonly name: Name;
  /** Grows by one with each migration; stored with every record. */
  readonly version: number;
  readonly schema: v.ObjectSchema<E, undefined>;
  /** Values of a new record where its maker gives none. */
  readonly defaults: () => Partial<v.InferOutput<v.ObjectSchema<E, undefined>>>;
  /**
   * The defaults of plain and late fields. A new record does not store them, and reading fills them in: most
   * fields of most records hold nothing, and each that is stored is an item that every page has to load.
   */
  readonly unsaid: Readonly<Plain>;
  readonly kinds: FieldKinds;
  readonly links: Readonly<Record<string, Link>>;
  /** Whether records of this type stand in an order that people choose (an `order` field). */
  readonly ordered: boolean;
  readonly migrations: readonly Migration[];
}

interface Definition<Values> {
  readonly defaults: () => Partial<Values>;
  readonly kinds?: FieldKinds;
  readonly links?: Readonly<Record<string, Link>>;
  readonly migrations?: readonly Migration[];
}

/**
 * Defines a record type: first its name and fields, then all that is said about these fields. Its
 * version follows from its migrations: 1 without any.
 * @throws Error when the migrations do not lead from 2 upwards without a gap.
 */
export function defineRecord<const Name extends string, E extends Entries>(name: Name, fields: E) {
  const schema = v.object(fields);
  return (definition: Definition<v.InferOutput<typeof schema>>): RecordType<Name, E> => {
    const migrations = definition.migrations ?? [];
    migrations.forEach((step, index) => {
      if (step.to !== index + 2) {
        throw new Error(`${name}: migration ${index + 1} must lead to version ${index + 2}`);
      }
    });
    const kinds = definition.kinds ?? {};
    const inYjs = new Set([...(kinds.texts ?? []), ...(kinds.sets ?? []), ...(kinds.maps ?? [])]);
    for (const field of kinds.late ?? []) inYjs.delete(field);
    const defaults = Object.entries(definition.defaults());
    return {
      name,
      version: migrations.length + 1,
      schema,
      defaults: definition.defaults,
      unsaid: frozen(Object.fromEntries(defaults.filter(([field]) => !inYjs.has(field)))),
      kinds,
      links: definition.links ?? {},
      ordered: 'order' in fields,
      migrations,
    };
  };
}

/** Freezes a JSON value through and through: every record without a field of its own shares this one. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** Lifts a plain record from an older version to the newest one of its type. */
export function migrate(
  type: { readonly migrations: readonly Migration[] },
  record: Plain,
  fromVersion: number,
): Plain {
  return type.migrations
    .filter((step) => step.to > fromVersion)
    .reduce((current, step) => step.up(current), record);
}
