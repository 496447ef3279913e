import { Unzip, UnzipInflate } from 'fflate';

/** What the parts of a workbook may hold together, unpacked: a small file can hold a gigabyte of zeros. */
const mostUnpacked = 48 * 1024 * 1024;
const mostParts = 500;
/** Bytes unpacked at once: at deflate's best of 1 : 1032 still less than what is allowed in all. */
const portion = 16 * 1024;

/** A file that would fill the memory when it is unpacked. */
export class UnpacksTooLarge extends Error {}

/**
 * Unpacks the parts of a ZIP archive that are asked for. Sizes that the archive declares are not
 * believed; what comes out is counted.
 * @throws UnpacksTooLarge when there is more than a workbook can need; Error when it is no sound archive
 */
export function unzip(
  archive: Uint8Array,
  wanted: (part: string) => boolean,
): ReadonlyMap<string, string> {
  const chunks = new Map<string, Uint8Array[]>();
  let unpacked = 0;
  let parts = 0;
  const zip = new Unzip((file) => {
    parts += 1;
    if (parts > mostParts) throw new UnpacksTooLarge('too many parts');
    if (!wanted(file.name)) return;
    const own: Uint8Array[] = [];
    chunks.set(file.name, own);
    file.ondata = (fault, chunk) => {
      if (fault) throw fault;
      unpacked += chunk.length;
      if (unpacked > mostUnpacked) throw new UnpacksTooLarge('too many bytes');
      own.push(chunk);
    };
    file.start();
  });
  zip.register(UnzipInflate);
  for (let at = 0; at < archive.length; at += portion) {
    zip.push(archive.subarray(at, at + portion), at + portion >= archive.length);
  }
  return new Map(Array.from(chunks, ([name, list]) => [name, textOf(list)]));
}

function textOf(chunks: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}
