import * as v from 'valibot';

/** The version of what stands in a process file (docs/process-file.md). */
export const processFileVersion = 1;

/** Milliseconds since 1970 (UTC). */
const Moment = v.pipe(v.number(), v.safeInteger());

/**
 * What a document holds, as it lies there: by the name of a root, by the id of a record. A board's
 * records carry the version of their type, so that migrations can lift them later. Texts are strings,
 * sets are objects whose keys are the members; which field is which, the record type says.
 */
const Content = v.record(v.string(), v.record(v.string(), v.unknown()));

const Member = v.object({
  personId: v.string(),
  name: v.string(),
  kind: v.picklist(['account', 'guest']),
  role: v.string(),
  capability: v.string(),
  addedAt: Moment,
});

const Space = v.looseObject({
  id: v.string(),
  kind: v.string(),
  title: v.string(),
  createdAt: Moment,
  members: v.array(Member),
  board: Content,
  ledger: Content,
});

/**
 * A whole process as one JSON file that needs no Parley to be read: an export to keep or to move. It
 * holds no secret: no password, session, invitation, nor the ballots of a vote that is still open.
 */
export const ProcessFile = v.object({
  format: v.literal('parley-process'),
  version: v.literal(processFileVersion),
  exportedAt: Moment,
  process: v.looseObject({
    id: v.string(),
    title: v.string(),
    summary: v.string(),
    example: v.string(),
    createdAt: Moment,
  }),
  spaces: v.array(Space),
});
export type ProcessFile = v.InferOutput<typeof ProcessFile>;

/** The text of the file: JSON, indented, ending with a line break. */
export function writeProcessFile(file: ProcessFile): string {
  return `${JSON.stringify(file, withoutLoss, 2)}\n`;
}

/** Yjs keeps two kinds of values that JSON has no word for. */
function withoutLoss(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (value instanceof Uint8Array) return { $bytes: hex(value) };
  return value;
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
