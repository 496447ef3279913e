import { crc32 } from 'node:zlib';
import { StorageError } from '../contract.ts';

/**
 * The CRC-32 that is stored beside the bytes of an update or a snapshot. It covers the document's id
 * too, so that a row which has come to name another document is found out.
 */
export function checksumOf(documentId: string, data: Uint8Array): number {
  return crc32(data, crc32(documentId));
}

/**
 * Looks whether a row still holds what was stored.
 *
 * @param part what the row is, as it shall stand in the message
 * @throws StorageError when it does not. A damaged part cannot be left out: Yjs would miss it in all
 * that builds on it, so the document as a whole waits for a backup.
 */
export function expectIntact(
  documentId: string,
  part: string,
  row: { readonly data: Uint8Array; readonly checksum: number },
): void {
  if (checksumOf(documentId, row.data) === row.checksum) return;
  throw new StorageError(
    `Document ${documentId} is set aside: ${part} on the disk is not what was stored. It was left as it is, and other documents are not affected. Check the disk, and restore this document from a backup.`,
  );
}
