import type { DocumentLog, StoredDocument } from '../contract.ts';

/*
 * The simplest content that shows what was lost or doubled: an update is a number as text, a snapshot
 * the list of the numbers that it holds.
 */

export const update = (number: number): Uint8Array => encoded(number);
export const snapshot = (numbers: readonly number[]): Uint8Array => encoded(numbers);

/** Every number of a document: those of its snapshot, then those of its log. */
export function numbersIn(stored: Pick<StoredDocument, 'snapshot' | 'updates'>): number[] {
  // Only `update` and `snapshot` make the bytes of these documents.
  const folded = stored.snapshot === null ? [] : (decoded(stored.snapshot) as number[]);
  return [...folded, ...stored.updates.map((bytes) => Number(decoded(bytes)))];
}

/** Folds the log into the snapshot as the contract asks for: made from a load, up to its position. */
export async function fold(documents: DocumentLog, documentId: string): Promise<boolean> {
  const loaded = await documents.load(documentId);
  return documents.compact(documentId, snapshot(numbersIn(loaded)), loaded.position);
}

function encoded(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function decoded(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
