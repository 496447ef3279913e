import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { closeCodes } from '@parley/sync/close-codes';
import { Chance } from '@parley/sync/testing/chance';
import { expect, onTestFinished, test } from 'vitest';
import { missingFrom } from './ledger.ts';
import { ServerProcess } from './server-process.ts';
import { folder } from './stored.ts';
import { Writer } from './writer.ts';

test.each([
  ['updates', 'an update of its log'],
  ['snapshots', 'its snapshot'],
])(
  'R11: a document with damage in %s is set aside until it is restored; others serve',
  async (table) => {
    const data = await folder();
    // In `sound` and `hurt` alike, a snapshot and a log.
    let server = await ServerProcess.start({ data, 'compact-after': 10 });
    onTestFinished(() => server.kill());
    const { port, url } = server;
    const random = new Chance(7);
    const enter = (name: string, documentId: string): Writer => {
      const writer = new Writer(url, name, random, { documentId });
      onTestFinished(() => writer.leave());
      return writer;
    };
    const anna = enter('anna', 'hurt');
    const badr = enter('badr', 'sound');
    for (const writer of [anna, badr]) {
      await writer.saved();
      for (let change = 0; change < 15; change += 1) {
        writer.act();
        await writer.saved();
      }
    }
    await server.kill();

    const database = new DatabaseSync(join(data, 'parley.db'));
    onTestFinished(() => database.close());
    const rows = (): unknown =>
      ['updates', 'snapshots', 'client_ids'].map((name) =>
        database.prepare(`SELECT * FROM ${name} WHERE document_id = 'hurt'`).all(),
      );
    const sound = rows();
    const first = `SELECT rowid AS id, data FROM ${table} WHERE document_id = 'hurt' LIMIT 1`;
    const { id, data: bytes } = database.prepare(first).get() ?? {};
    if (typeof id !== 'number' || !(bytes instanceof Uint8Array)) throw new Error('No such row.');
    const put = database.prepare(`UPDATE ${table} SET data = ? WHERE rowid = ?`);
    put.run(bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 1), id);
    const damaged = rows();
    expect(damaged).not.toEqual(sound);

    // Both come back. One is told to try again later, and why; the other works.
    anna.act();
    badr.act();
    server = await ServerProcess.start({ data, port });
    await anna.when(({ closeCode }) => closeCode === closeCodes.notLoaded);
    await badr.saved();
    await server.reported('load-failed', 2);
    expect(server.events.map(({ documentId }) => documentId)).toEqual(
      server.events.map(() => 'hurt'),
    );
    expect(server.events[0]?.error).toMatch(/^Document hurt is set aside: .*restore this document/);
    expect(anna.provider.state).toMatchObject({ synced: false, pending: 1 });
    expect(rows()).toEqual(damaged);

    // The operator puts the bytes back; nobody has to restart anything.
    put.run(bytes, id);
    await anna.saved();
    const carla = enter('carla', 'hurt');
    await carla.when(({ synced }) => synced);
    expect(missingFrom(carla.doc, [anna.ledger])).toEqual([]);
  },
);
