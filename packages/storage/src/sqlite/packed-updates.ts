/**
 * Many updates in one piece of memory. A long log crosses to the other thread at once like this; ten
 * thousand arrays of their own would cost more than reading them from the disk.
 */
export interface PackedUpdates {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each update ends in `bytes`; the next one begins there. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

export function pack(updates: readonly Uint8Array[]): PackedUpdates {
  const bytes = new Uint8Array(updates.reduce((sum, update) => sum + update.length, 0));
  const ends = new Uint32Array(updates.length);
  let end = 0;
  for (const [index, update] of updates.entries()) {
    bytes.set(update, end);
    end += update.length;
    ends[index] = end;
  }
  return { bytes, ends };
}

/** The updates as views of the one piece of memory. */
export function unpack({ bytes, ends }: PackedUpdates): Uint8Array[] {
  return Array.from(ends, (end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}
