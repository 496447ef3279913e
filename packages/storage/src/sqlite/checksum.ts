import { crc32 } from 'node:zlib';
import { StorageError } from '../contract.ts';

/**
 * The CRC-32 that is stored beside the bytes of an update or a snapshot. It covers the document's id
 * too, so that a row which has come to name another document is found out.
 */
export function checksumOf(documentId: string, data: Uint8Array): number {
  return crc32(data, crc32(documentId));
}

interface StoredBytes {
  readonly data: Uint8Array;
  readonly checksum: number;
}

/**
 * Looks whether the rows of a document still hold what was stored.
 *
 * @param nameOf what a row is, as it shall stand in the message
 * @throws StorageError when one does not. It cannot be left out: Yjs would miss it in all that builds
 * on it, so the document as a whole waits for a backup.
 */
export function expectIntact<Row extends StoredBytes>(
  documentId: string,
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): void {
  const seed = crc32(documentId);
  const hurt = rows.find(({ data, checksum }) => crc32(data, seed) !== checksum);
  if (hurt === undefined) return;
  throw new StorageError(
    `Document ${documentId} is set aside: ${nameOf(hurt)} is not what was stored. It was left as it is, and other documents are not affected. Check the disk, and restore this document from a backup.`,
    { code: 'damaged' },
  );
}
