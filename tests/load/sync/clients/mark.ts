/*
 * A mark is sixteen characters of text in an edit: who wrote it, which of their edits it is, and when
 * it was sent. Whatever a server makes of the edit, merged with others or encoded anew, the text
 * stays; so a receiver finds every edit of a frame by looking through its bytes.
 */

const opening = 0x1e;
const closing = 0x1f;
const markLength = 16;

/** Six bits in each character, from `0` up. */
const zero = 0x30;

const mostWriters = 2 ** 18;
const mostEdits = 2 ** 24;
const mostMicros = 2 ** 42;

/**
 * @param writer number of the writer in its room
 * @param edit number of the edit, from 0
 * @param sentAt ms since the bench began
 * @throws RangeError when a number has no room in a mark
 */
export function mark(writer: number, edit: number, sentAt: number): string {
  const micros = Math.round(sentAt * 1_000);
  if (writer >= mostWriters || edit >= mostEdits || micros >= mostMicros) {
    throw new RangeError(
      `Writer ${writer}, edit ${edit} at ${sentAt} ms does not fit into a mark.`,
    );
  }
  const body = characters(writer, 3) + characters(edit, 4) + characters(micros, 7);
  return String.fromCharCode(opening) + body + String.fromCharCode(closing);
}

/** Calls `visit` for each mark in `bytes` from `start` up to `end`. */
export function eachMark(
  bytes: Uint8Array,
  start: number,
  end: number,
  visit: (writer: number, edit: number, sentAt: number) => void,
): void {
  const last = end - markLength;
  for (let at = start; at <= last; at += 1) {
    if (bytes[at] !== opening || bytes[at + markLength - 1] !== closing) continue;
    const micros = number(bytes, at + 8, 7);
    visit(number(bytes, at + 1, 3), number(bytes, at + 4, 4), micros / 1_000);
    at += markLength - 1;
  }
}

function characters(value: number, count: number): string {
  let text = '';
  for (let rest = value, left = count; left > 0; left -= 1, rest = Math.floor(rest / 64)) {
    text = String.fromCharCode(zero + (rest % 64)) + text;
  }
  return text;
}

function number(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1)
    value = value * 64 + (bytes[index] ?? 0) - zero;
  return value;
}
