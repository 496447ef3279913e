import * as Y from 'yjs';
import { eachMark } from './mark.ts';
import { updateIn } from './dialect.ts';
import { textName } from './writer.ts';

/**
 * Keeps every data frame that one client of a room was sent, and when all is over reads them with
 * Yjs as a page would: what counts as delivered must also be the document.
 */
export class Witness {
  readonly #updates: Uint8Array[] = [];

  readonly see = (bytes: Buffer, start: number, end: number): void => {
    this.#updates.push(updateIn(new Uint8Array(bytes.subarray(start, end)), 0));
  };

  /**
   * @param own what the client itself wrote, which no server needs to send back
   * @param edits how many edits each writer made
   * @returns how many of them the document holds, in the order of their writers
   */
  editsSeen(own: Uint8Array | null, edits: readonly number[]): number {
    const doc = new Y.Doc();
    if (own !== null) Y.applyUpdate(doc, own);
    for (const update of this.#updates) Y.applyUpdate(doc, update);
    const next = edits.map(() => 0);
    const text = Buffer.from(doc.getText(textName).toJSON());
    let seen = 0;
    eachMark(text, 0, text.length, (writer, edit) => {
      if (next[writer] !== edit) return;
      next[writer] = edit + 1;
      seen += 1;
    });
    doc.destroy();
    return seen;
  }
}
