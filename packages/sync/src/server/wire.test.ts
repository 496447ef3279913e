import { expect, test } from 'vitest';
import {
  ourClient,
  stockClient,
  whenOthers,
  whenSaved,
  whenSynced,
  whenText,
} from '../testing/clients.ts';
import { rawClient } from '../testing/raw-client.ts';
import { openStore, startServer } from '../testing/start.ts';
import { messageTypes } from '../wire.ts';

test('two stock WebsocketProviders see what the other writes', async () => {
  const { url } = await startServer(openStore());
  const anna = stockClient(url, 'anna');
  const badr = stockClient(url, 'badr');
  await Promise.all([whenSynced(anna), whenSynced(badr)]);

  anna.text.insert(0, 'water');
  await whenText(badr.doc, 'water');
  badr.text.insert(5, ' and borders');
  await whenText(anna.doc, 'water and borders');
  anna.text.delete(5, 12);
  await whenText(badr.doc, 'water');
});

test('a stock WebsocketProvider finds what was there before it came, and brings what it had', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  anna.text.insert(0, 'agenda');
  await whenSaved(anna);

  const badr = stockClient(url, 'badr');
  badr.text.insert(0, 'my ');
  await whenSynced(badr);
  await whenText(anna.doc, badr.text.toJSON());
  expect(anna.text.toJSON()).toContain('agenda');
  expect(anna.text.toJSON()).toContain('my ');
});

test('two stock WebsocketProviders see where the other points', async () => {
  const { url } = await startServer(openStore());
  const anna = stockClient(url, 'anna');
  const badr = stockClient(url, 'badr');
  anna.provider.awareness.setLocalStateField('cursor', { x: 4, y: 2 });
  await whenOthers(badr, ([other]) => JSON.stringify(other?.cursor) === '{"x":4,"y":2}');
  badr.provider.awareness.setLocalStateField('cursor', { x: 1, y: 1 });
  await whenOthers(anna, ([other]) => JSON.stringify(other?.cursor) === '{"x":1,"y":1}');
});

test('R7: a client that did not ask is sent stock messages only', async () => {
  const { url } = await startServer(openStore());
  const stock = await rawClient(url, 'as=stock');
  const anna = ourClient(url, 'anna');
  anna.provider.setPresence({ board: 'actors' });
  await whenSaved(anna);
  await stock.frame(([type]) => type === messageTypes.awareness);
  expect(stock.frames.map(([type]) => type)).not.toContain(messageTypes.receipt);

  const asking = await rawClient(url, 'as=asking&receipts=1');
  await asking.frame(([type]) => type === messageTypes.receipt);
});
