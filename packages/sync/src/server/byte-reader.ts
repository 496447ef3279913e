import { isAscii, isUtf8 } from 'node:buffer';
import { malformed } from './refusal.ts';

/** 8 groups of 7 bits hold every safe integer; Yjs would read on for as long as there are bytes. */
const longestVarUint = 8;

/** Up to here a loop is faster than a call into native code. */
const shortText = 48;

/** Names that reach the prototype of an object when they are used as its key. */
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const forbiddenKeyLengths: ReadonlySet<number> = new Set(
  [...forbiddenKeys].map((key) => key.length),
);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Walks over bytes that somebody else wrote, once and in order. Whatever it is told to expect is
 * checked against the bytes that are left before anything is done with it, and texts are counted,
 * not built (R4).
 *
 * Every method throws a `Refusal` where the bytes do not hold what was expected.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw malformed('the bytes end too early');
    this.#at += 1;
    return byte;
  }

  /** A whole number of 0 to 2⁵³ − 1 as lib0 writes it: 7 bits a byte, the low ones first. */
  varUint(): number {
    let byte = this.byte();
    if (byte < 128) return byte;
    let number = byte & 127;
    let weight = 128;
    for (let length = 2; length <= longestVarUint; length += 1) {
      byte = this.byte();
      number += (byte & 127) * weight;
      if (byte < 128) {
        if (number > Number.MAX_SAFE_INTEGER) break;
        return number;
      }
      weight *= 128;
    }
    throw malformed('a number beyond 2⁵³ − 1');
  }

  /** A number of things that follow, each of which takes at least `leastBytes`. */
  count(leastBytes: number): number {
    const count = this.varUint();
    if (count * leastBytes > this.left) throw malformed('more is declared than the bytes can hold');
    return count;
  }

  skip(bytes: number): void {
    if (bytes > this.left) throw malformed('a length beyond the bytes sent');
    this.#at += bytes;
  }

  /** Skips bytes that start with their length. */
  skipBytes(): void {
    this.skip(this.varUint());
  }

  /** Skips a text and returns its length in UTF-16 code units, by which Yjs counts clocks. */
  skipText(): number {
    const start = this.#skipToTextEnd();
    const bytes = this.#at - start;
    if (this.#isAscii(start)) return bytes;
    const text = this.#bytes.subarray(start, this.#at);
    if (!isUtf8(text)) throw malformed('a text that is not UTF-8');
    let units = 0;
    for (const byte of text) {
      if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2;
    }
    return units;
  }

  text(): string {
    const start = this.#skipToTextEnd();
    try {
      return decoder.decode(this.#bytes.subarray(start, this.#at));
    } catch (error) {
      throw malformed('a text that is not UTF-8', { cause: error });
    }
  }

  /** Skips a text that somebody may use as the key of an object. */
  skipKey(): void {
    const before = this.#at;
    const units = this.skipText();
    if (!forbiddenKeyLengths.has(units)) return;
    this.#at = before;
    refuseForbiddenKey(this.text());
  }

  /** @throws Refusal when anything is left */
  end(): void {
    if (this.left > 0) throw malformed('bytes after the end: is this the V1 encoding?');
  }

  /** Returns where the text starts. */
  #skipToTextEnd(): number {
    const bytes = this.varUint();
    const start = this.#at;
    this.skip(bytes);
    return start;
  }

  #isAscii(start: number): boolean {
    if (this.#at - start > shortText) return isAscii(this.#bytes.subarray(start, this.#at));
    for (let at = start; at < this.#at; at += 1) {
      if ((this.#bytes[at] ?? 0) > 127) return false;
    }
    return true;
  }
}

/** @throws Refusal for a name that would reach an object's prototype */
export function refuseForbiddenKey(key: string): void {
  if (forbiddenKeys.has(key)) throw malformed(`the key ${key} is not taken`);
}
