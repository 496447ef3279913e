import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { changedValues } from './changed-values.ts';

test('R12: says which places an update wrote to, with what stands there now', () => {
  const doc = new Y.Doc();
  const actors = doc.getMap<Y.Map<unknown>>('actor');
  actors.set('a1', new Y.Map<unknown>([['name', 'Fishers'], ['notes', new Y.Text('old')]])); // prettier-ignore
  actors.set('a2', new Y.Map<unknown>([['name', 'Herders']]));
  doc.getArray('order').push(['a1', 'a2']);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));

  actors.get('a1')?.set('name', 'Fisher folk');
  const notes = actors.get('a1')?.get('notes');
  if (notes instanceof Y.Text) notes.insert(0, 'very ');
  actors.delete('a2');
  doc.getArray('order').push([new Y.Map([['deep', 1]])]);
  actors.set('a3', new Y.Map<unknown>([['name', 'Traders']]));

  expect([...changedValues(doc, Y.mergeUpdates(updates))]).toEqual([
    [['actor', 'a1', 'name'], 'Fisher folk'],
    [['actor', 'a1', 'notes'], 'very old'],
    [['order'], ['a1', 'a2', { deep: 1 }]],
    [['actor', 'a3'], { name: 'Traders' }],
    [['actor', 'a2'], null],
  ]);
});
