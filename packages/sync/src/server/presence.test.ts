import { once } from 'node:events';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  ourClient,
  stockClient,
  whenOthers,
  whenSaved,
  whenSynced,
  whenText,
} from '../testing/clients.ts';
import { awarenessFrame, rawClient } from '../testing/raw-client.ts';
import { openStore, startServer } from '../testing/start.ts';
import { messageTypes } from '../wire.ts';
import { defaultLimits, limitsFrom } from './limits.ts';

const annasStamp = { id: 'id-of-anna', name: 'anna', color: 3, role: 'facilitator' };

test('R9: name, colour and role come from the session, whatever a client says', async () => {
  const { url } = await startServer(openStore());
  const anna = stockClient(url, 'anna');
  const badr = stockClient(url, 'badr');
  anna.provider.awareness.setLocalState({
    user: { id: 'id-of-badr', name: 'Badr', role: 'lead' },
    mark: 1,
  });
  await whenOthers(badr, ([state]) => state?.mark === 1);
  const [seen] = [...badr.provider.awareness.getStates()].filter(
    ([id]) => id !== badr.doc.clientID,
  );
  expect(seen?.[1]).toEqual({ user: annasStamp, mark: 1 });
});

test('R9: a client that says nothing about itself is seen with its name at once', async () => {
  const { url } = await startServer(openStore());
  const badr = stockClient(url, 'badr');
  stockClient(url, 'anna');
  await whenOthers(badr, ([state]) => JSON.stringify(state?.user) === JSON.stringify(annasStamp));
});

test('R9: nobody speaks for the client id of another, or takes it away', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  anna.provider.setPresence({ cursor: 'here' });
  await whenOthers(badr, ([state]) => state?.cursor === 'here');

  const mallory = await rawClient(url, 'as=mallory');
  const forged = [
    { id: anna.doc.clientID, clock: 1e12, state: { cursor: 'forged' } },
    { id: anna.doc.clientID, clock: 2e13, state: null },
    { id: 5, clock: 1, state: { cursor: 'own' } },
    { id: 6, clock: 1, state: { cursor: 'second' } },
  ];
  for (const entry of forged) mallory.send(awarenessFrame([entry]));
  mallory.send(awarenessFrame(forged));
  mallory.send(awarenessFrame([{ id: 5, clock: 2, state: { cursor: 'done' } }]));

  await whenOthers(badr, (others) => others.some(({ cursor }) => cursor === 'done'));
  const states = badr.provider.awareness.getStates();
  expect(states.get(anna.doc.clientID)).toEqual({ cursor: 'here', user: annasStamp });
  expect(states.get(5)?.user).toMatchObject({ name: 'mallory' });
  expect(states.has(6)).toBe(false);
});

test('R9: an id that its owner has left cannot be taken by another', async () => {
  const { url } = await startServer(openStore());
  const badr = ourClient(url, 'badr');
  const anna = ourClient(url, 'anna');
  await whenOthers(badr, (others) => others.length === 1);
  anna.provider.disconnect();
  await whenOthers(badr, (others) => others.length === 0);

  const mallory = await rawClient(url, 'as=mallory');
  mallory.send(awarenessFrame([{ id: anna.doc.clientID, clock: 1e12, state: { mark: 'forged' } }]));
  mallory.send(awarenessFrame([{ id: 9, clock: 1, state: { mark: 'own' } }]));
  await whenOthers(badr, (others) => others.length > 0);
  expect(badr.provider.awareness.getStates().has(anna.doc.clientID)).toBe(false);
});

test('R9: who leaves is gone for the others, and back as soon as it returns', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = stockClient(url, 'badr');
  anna.provider.setPresence({ cursor: 1 });
  for (let round = 0; round < 3; round += 1) {
    await whenOthers(badr, ([state]) => state?.cursor === 1);
    anna.provider.disconnect();
    await whenOthers(badr, (others) => others.length === 0);
    anna.provider.connect();
  }
  await whenOthers(badr, ([state]) => state?.cursor === 1);
});

test('R9: a client that comes back before its lost connection is noticed takes its place', async () => {
  const { url, sync } = await startServer(openStore());
  const badr = ourClient(url, 'badr');
  const lost = await rawClient(url, 'as=anna');
  lost.send(awarenessFrame([{ id: 77, clock: 1, state: { mark: 'lost' } }]));
  await whenOthers(badr, ([state]) => state?.mark === 'lost');
  const back = await rawClient(url, 'as=anna');
  back.send(awarenessFrame([{ id: 77, clock: 2, state: { mark: 'back' } }]));
  await whenOthers(badr, ([state]) => state?.mark === 'back');

  let first = true;
  sync.disconnect(({ identity }) => identity.name === 'anna' && first && !(first = false), 1013);
  await lost.closed;
  const newcomer = await rawClient(url, 'as=carla');
  const shown = await newcomer.frame(([type]) => type === messageTypes.awareness);
  expect(Buffer.from(shown).includes('"mark":"back"')).toBe(true);
});

test('R9: our client does not send the states of others back', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const sent: Uint8Array[] = [];
  const Watched = class extends (await import('ws')).WebSocket {
    override send(data: Uint8Array): void {
      sent.push(data);
      super.send(data);
    }
  };
  const WebSocketPolyfill = Watched as unknown as typeof WebSocket; // as in testing/clients.ts
  const badr = ourClient(url, 'badr', { WebSocketPolyfill });
  await whenSaved(badr);
  const before = sent.length;
  anna.provider.setPresence({ cursor: 'echo?' });
  await whenOthers(badr, ([state]) => state?.cursor === 'echo?');
  expect(sent.slice(before)).toEqual([]);
});

test('R9: a state above 4 KiB is not shown; a smaller one after it is', async () => {
  const { url } = await startServer(openStore());
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  const seen: unknown[] = [];
  badr.provider.awareness.on('change', () => {
    for (const { size } of badr.provider.awareness.getStates().values()) seen.push(size);
  });
  await whenSaved(anna);
  anna.provider.setPresence({ size: 'x'.repeat(5_000) });
  anna.provider.setPresence({ size: 'small' });
  await whenOthers(badr, ([state]) => state?.size === 'small');
  expect(seen.filter((size) => size !== undefined && size !== 'small')).toEqual([]);
});

test('R8, R9: 400 states within a moment reach the others as few frames, the last among them', async () => {
  const { url } = await startServer(openStore());
  const badr = await rawClient(url, 'as=badr');
  const anna = await rawClient(url, 'as=anna');
  const started = performance.now();
  for (let clock = 1; clock <= 400; clock += 1) {
    anna.send(awarenessFrame([{ id: 3, clock, state: { at: `(${clock})` } }]));
  }
  await badr.frame((frame) => Buffer.from(frame).includes('(400)'));
  const frames = badr.frames.filter(([type]) => type === messageTypes.awareness).length;
  const most = 2 + (performance.now() - started) / defaultLimits.presenceMs;
  expect(frames).toBeLessThanOrEqual(most);
});

test('R13: a lone idle client gets an application frame with every heartbeat', async () => {
  const { url } = await startServer(openStore(), { limits: { heartbeatMs: 100 } });
  const lone = stockClient(url, 'anna');
  await whenSynced(lone);
  // The stock provider gives up when this moment is 30 s ago.
  const { ws } = lone.provider;
  if (ws === null) throw new Error('The client is not connected.');
  for (let beat = 0; beat < 5; beat += 1) await once(ws, 'message');
  expect(lone.provider.wsconnected).toBe(true);
});

test('R13: by default the heartbeat is at most 25 s, and cannot be set above that', () => {
  expect(defaultLimits.heartbeatMs).toBeLessThanOrEqual(25_000);
  expect(() => limitsFrom({ heartbeatMs: 25_001 })).toThrow(RangeError);
});

test('R13: the heartbeat keeps alive whom the others would forget, and changes nothing', async () => {
  const { url } = await startServer(openStore(), { limits: { heartbeatMs: 20 } });
  const anna = await rawClient(url, 'as=anna');
  const badr = ourClient(url, 'badr');
  anna.send(awarenessFrame([{ id: 3, clock: 1, state: { mark: 1 } }]));
  await whenOthers(badr, ([state]) => state?.mark === 1);
  const changes: unknown[] = [];
  badr.provider.awareness.on('change', (change: unknown) => changes.push(change));
  for (let renewed = 0; renewed < 5; renewed += 1) {
    await new Promise((resolve) => badr.provider.awareness.once('update', resolve));
  }
  expect(changes).toEqual([]);
});

test('R13: a connection whose other end is dead is cut', async () => {
  const { url, sync } = await startServer(openStore(), { limits: { heartbeatMs: 30 } });
  const badr = ourClient(url, 'badr');
  const dead = await rawClient(url, 'as=dead');
  dead.send(awarenessFrame([{ id: 3, clock: 1, state: {} }]));
  await whenOthers(badr, (others) => others.length === 1);
  dead.stall();
  await whenOthers(badr, (others) => others.length === 0);
  expect(sync.stats().connections).toBe(1);
});

test('R9: presence is no part of the document', async () => {
  const store = openStore();
  const { url } = await startServer(store);
  const anna = ourClient(url, 'anna');
  const badr = ourClient(url, 'badr');
  anna.provider.setPresence({ cursor: 'map' });
  await whenOthers(badr, ([state]) => state?.cursor === 'map');
  anna.text.insert(0, 'x');
  await whenText(badr.doc, 'x');
  expect(store.counts.append).toBe(1);
  expect(Y.encodeStateVector(badr.doc).length).toBeLessThan(10);
});
