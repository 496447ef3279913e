import { zipSync, type Zippable } from 'fflate';

/**
 * Packs files into a ZIP archive that tells no time: when a file was made is nobody's business. The same
 * files make the same bytes.
 */
export function zipUntimed(files: Zippable): Uint8Array<ArrayBuffer> {
  // The earliest moment that a ZIP archive can tell.
  return zipSync(files, { mtime: new Date(1980, 0, 1, 12) });
}
