import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { socketFrame } from './socket-frame.ts';

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  'R8: a message of %i bytes that is framed once reaches a client as ws itself would send it',
  async (length) => {
    const http = createServer();
    const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
    http.listen(0, '127.0.0.1');
    onTestFinished(() => void http.close());
    await once(http, 'listening');
    const { port } = http.address() as AddressInfo; // listens on TCP
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    onTestFinished(() => client.terminate());
    const came: unknown[] = [];
    client.on('message', (data, isBinary) => came.push([data, isBinary]));
    // The arguments of the event, which `once` does not know.
    const [socket, request] = (await once(sockets, 'connection')) as [WebSocket, IncomingMessage];

    const message = Buffer.alloc(length, 7);
    const frame = socketFrame([], message);
    socket.send('before');
    request.socket.write(frame);
    request.socket.write(frame);
    socket.send('after');
    while (came.length < 4) await once(client, 'message');
    expect(came).toEqual([
      [Buffer.from('before'), false],
      [message, true],
      [message, true],
      [Buffer.from('after'), false],
    ]);
  },
);

test('numbers are written as every lib0 decoder reads them', () => {
  const numbers = [0, 1, 127, 128, 16_383, 16_384, 2 ** 32, Number.MAX_SAFE_INTEGER];
  const header = 2;
  const decoder = decoding.createDecoder(
    new Uint8Array(socketFrame(numbers, new Uint8Array([7]))).slice(header),
  );
  expect(numbers.map(() => decoding.readVarUint(decoder))).toEqual(numbers);
  expect([...decoding.readTailAsUint8Array(decoder)]).toEqual([7]);
});
