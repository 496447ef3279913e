/** Bytes of JSON that one portion may have; as an update it is smaller than what one frame may carry (R4). */
const mostBytes = 256 * 1024;

/**
 * Parts a long list into portions that are each small enough to be sent at once. The order stays, no
 * portion is empty, and a record that is larger by itself is a portion of its own.
 */
export function portionsOf<Record>(records: readonly Record[], most = mostBytes): Record[][] {
  const encoder = new TextEncoder();
  const portions: Record[][] = [];
  let size = 0;
  for (const record of records) {
    const bytes = encoder.encode(JSON.stringify(record)).length;
    const last = portions.at(-1);
    if (last && size + bytes <= most) {
      last.push(record);
      size += bytes;
    } else {
      portions.push([record]);
      size = bytes;
    }
  }
  return portions;
}
