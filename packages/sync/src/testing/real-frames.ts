import { encodeAwarenessUpdate, Awareness } from 'y-protocols/awareness';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { messageTypes, syncFrame, syncTypes } from '../wire.ts';
import type { Chance } from './chance.ts';

/** What one page says that edits everything there is for a while, on top of a document. */
export function realFrames(base: Uint8Array, chance: Chance): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = chance.below(2 ** 32);
  Y.applyUpdate(doc, base);
  const before = Y.encodeStateVector(doc);
  const frames: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => frames.push(syncFrame(syncTypes.update, update)));
  for (let edits = 0; edits < 24; edits += 1) edit(doc, chance);
  frames.push(
    syncFrame(syncTypes.stepOne, Y.encodeStateVector(doc)),
    syncFrame(syncTypes.stepTwo, Y.encodeStateAsUpdate(doc, before)),
    awarenessOf(doc),
  );
  doc.destroy();
  return frames;
}

function edit(doc: Y.Doc, chance: Chance): void {
  const notes = doc.getText('notes');
  const actors = doc.getMap<unknown>('actors');
  const list = doc.getArray<unknown>('list');
  const at = chance.below(notes.length + 1);
  const key = `actor ${chance.below(6)}`;
  const edits = [
    () => notes.insert(at, chance.of(['a', 'two words', 'ж', '🕊️', 'نص'])),
    () => notes.delete(at, Math.min(3, notes.length - at)),
    () => notes.format(at, Math.min(5, notes.length - at), { bold: chance.of([true, null]) }),
    () => notes.insertEmbed(at, { image: { of: 'map' } }),
    () => actors.set(key, chance.of<unknown>([1, 'Union', null, { weight: [1, 2.5] }])),
    () => actors.delete(key),
    () =>
      actors.set(
        key,
        new Y.Map<unknown>([
          ['name', 'Union'],
          ['ties', Y.Array.from(['a'])],
        ]),
      ),
    () => list.insert(chance.below(list.length + 1), [1, new Uint8Array([3]), { four: [5] }]),
    () => list.delete(0, Math.min(2, list.length)),
    () => doc.getXmlFragment('page').insert(0, [new Y.XmlElement('p'), new Y.XmlText('word')]),
  ] as const;
  chance.of(edits)();
}

function awarenessOf(doc: Y.Doc): Uint8Array {
  const awareness = new Awareness(doc);
  awareness.setLocalState({ cursor: { x: 4, y: 2 }, selection: ['a', 'b'] });
  const states = encodeAwarenessUpdate(awareness, [doc.clientID]);
  awareness.destroy();
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, states);
  });
}
