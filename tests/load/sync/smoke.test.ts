import * as Y from 'yjs';
import { expect, onTestFinished, test } from 'vitest';
import { RoomClient } from './clients/room-client.ts';
import { updateFrame, updateIn } from './clients/dialect.ts';
import { Latencies } from './clients/latencies.ts';
import { eachMark, mark } from './clients/mark.ts';
import { textName, Writer } from './clients/writer.ts';
import { findings } from './requirements.ts';
import { serverNames, ServerProcess } from './servers/server-process.ts';
import { measureTraffic } from './workloads/traffic.ts';

/* The bench itself, in small: what it says of delivery must be true. Times are not looked at. */

test('every edit of a small workload is delivered, acknowledged and in the document', async () => {
  const server = await ServerProcess.start('parley');
  onTestFinished(() => server.stop());
  const entry = await measureTraffic(
    server,
    {
      rooms: 2,
      clientsPerRoom: 6,
      writersPerRoom: 3,
      editsPerSecond: 20,
      presencePerSecond: 2,
    },
    { warmUp: 0.2, window: 1, drain: 20 },
  );
  expect(entry).toMatchObject({ deliveredShare: 1, contentHolds: true });
  expect(entry.ackP95Ms).toBeTypeOf('number');
  expect(findings('W4', { parley: entry })[0]).toMatchObject({ holds: true });
});

test.each(serverNames)('%s hands an edit on as it was made', async (name) => {
  const server = await ServerProcess.start(name);
  onTestFinished(() => server.stop());
  const room = 'room';
  const arrived = Promise.withResolvers<string>();
  const reader = await RoomClient.join({
    server,
    room,
    person: 'reader',
    onData: (bytes, start, end) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, updateIn(new Uint8Array(bytes.subarray(start, end)), 0));
      const text = doc.getText(textName).toJSON();
      if (text !== '') arrived.resolve(text);
    },
  });
  const author = await RoomClient.join({ server, room, person: 'author' });
  author.sendData(updateFrame(new Writer(3).edit(12.5)));
  expect(await arrived.promise).toBe(mark(3, 0, 12.5));
  author.leave();
  reader.leave();
});

test('a mark is found among other bytes, whole', () => {
  const text = Buffer.concat([
    Buffer.from([0x1e, 0, 0x1f, 0x1e]),
    Buffer.from(mark(70, 5_000, 86_400_000.125)),
    Buffer.from(mark(0, 0, 0)),
    Buffer.from([0x1f]),
  ]);
  const found: number[][] = [];
  eachMark(text, 0, text.length, (...one) => found.push(one));
  expect(found).toEqual([
    [70, 5_000, 86_400_000.125],
    [0, 0, 0],
  ]);
});

test('a quantile is the time that so many did not exceed', () => {
  const latencies = new Latencies();
  for (let ms = 1; ms <= 100; ms += 1) latencies.add(ms);
  latencies.add(5_000);
  expect(latencies.quantile(0.5)).toBeCloseTo(51, 1);
  expect(latencies.quantile(0.99)).toBeCloseTo(100, 1);
  expect(latencies.quantile(1)).toBeCloseTo(5_001, 0);
});

test('a requirement that is missed says so, and one without a peer is left open', () => {
  const parley = { deliveredShare: 0.999, contentHolds: true, p95Ms: 20, cpuUsPerDelivery: 8 };
  const peer = { deliveredShare: 1, cpuUsPerDelivery: 10 };
  const of = (entries: Parameters<typeof findings>[1]) =>
    findings('W1', entries).map(({ holds }) => holds);
  expect(of({ parley })).toEqual([false, null, true, false]);
  expect(of({ parley, 'y-websocket': peer, hocuspocus: peer })).toEqual([
    false,
    false,
    true,
    false,
  ]);
});
