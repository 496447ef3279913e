import * as Y from 'yjs';
import { mark } from './mark.ts';

/** The text that everybody in a measured room writes into. */
export const textName = 'notes';

/** Somebody who types at the end of what they wrote before: each edit carries one mark. */
export class Writer {
  readonly #number: number;
  readonly #doc = new Y.Doc();
  readonly #padding: string;
  #edits = 0;

  /**
   * @param number of this writer in its room, from 0
   * @param padding characters that each edit has besides its mark
   */
  constructor(number: number, padding = 0) {
    this.#number = number;
    this.#padding = ' '.repeat(padding);
  }

  /** The id that its edits and its presence carry. */
  get clientId(): number {
    return this.#doc.clientID;
  }

  get edits(): number {
    return this.#edits;
  }

  /** Makes one edit and returns it as an update. @param now ms since the bench began */
  edit(now: number): Uint8Array {
    const made: Uint8Array[] = [];
    this.#doc.once('update', (update: Uint8Array) => made.push(update));
    const text = this.#doc.getText(textName);
    text.insert(text.length, mark(this.#number, this.#edits, now) + this.#padding);
    this.#edits += 1;
    const [update] = made;
    if (update === undefined) throw new Error('An insertion made no update.');
    return update;
  }

  /** All that it wrote. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }
}
