import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { boardDocumentId, paths } from '@parley/contracts';
import { Board } from '@parley/model';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoard, type OpenBoard } from '../testing/open-board.ts';
import { startProgram } from '../testing/program.ts';
import {
  joinAsGuest,
  makeProcess,
  openParley,
  password,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

let parley: TestParley;
let lead: Visitor;
beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
afterAll(() => parley.end());

/** Types a command as a process of its own; resolves to the moment at which it ended (ms). */
async function run(...words: string[]): Promise<number> {
  const environment = { PARLEY_DATA_DIR: parley.directory, PARLEY_ORIGIN: parley.origin };
  const program = startProgram(new URL('./console.ts', import.meta.url), environment, words);
  expect({ code: await program.ended, ...program.written }).toMatchObject({ code: 0, stderr: '' });
  return Date.now();
}

/** Resolves with the code and the moment (ms) of the first close. */
const closing = (board: OpenBoard) =>
  new Promise<{ code: number; at: number }>((resolve) => {
    board.provider.once('connection-close', (event) =>
      resolve({ code: event?.code ?? 0, at: Date.now() }),
    );
  });

/**
 * Whether some file of the data folder holds these bytes. Another process looks: in this one, closing
 * the database's file would let go of the server's locks on it.
 */
const isOnDisk = (text: string) =>
  new Promise<boolean>((resolve) => {
    execFile('grep', ['-rqaF', text, parley.directory], (failure) => resolve(failure === null));
  });

describe('while the server runs', () => {
  it('closes the pages of an account that is disabled, within a second', async () => {
    const spaceId = teamOf(await makeProcess(lead));
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    const [mine, theirs] = [
      await openBoard(parley, lead, spaceId),
      await openBoard(parley, guest, spaceId),
    ];
    const live = io(parley.origin, {
      ...{ transports: ['websocket'], reconnection: false, forceNew: true },
      extraHeaders: { cookie: lead.cookie, origin: parley.origin },
    });
    await new Promise<void>((resolve) => live.on('connect', resolve));
    const liveClosing = new Promise<number>((resolve) =>
      live.on('disconnect', () => resolve(Date.now())),
    );
    const boardClosing = closing(mine);

    const done = await run('user', 'disable', 'amira@example.org');
    const { code, at } = await boardClosing;
    expect(code).toBe(4401);
    expect(at - done).toBeLessThanOrEqual(1000);
    expect((await liveClosing) - done).toBeLessThanOrEqual(1000);
    expect(theirs.provider.wsconnected).toBe(true);
    for (const board of [mine, theirs]) board.close();

    const signIn = { email: 'amira@example.org', password };
    expect((await lead.get(paths.session)).status).toBe(401);
    expect((await lead.post(paths.signIn, signIn)).status).toBe(403);
    await run('user', 'enable', 'amira@example.org');
    expect((await lead.post(paths.signIn, signIn)).status).toBe(200);
  });

  it('closes the pages of a process that is deleted, and nothing of it is written back', async () => {
    const process = await makeProcess(lead);
    const spaceId = teamOf(process);
    const [open, other] = [
      await openBoard(parley, lead, spaceId),
      await openBoard(parley, lead, teamOf(await makeProcess(lead))),
    ];
    const board = new Board(open.doc);
    const named = 'Herders of the Zab';
    board.create('actor', { name: named });
    // Somebody goes on typing all the time.
    let count = 0;
    const typing = setInterval(() => board.create('actor', { name: `Actor ${(count += 1)}` }), 5);
    await expect.poll(() => isOnDisk(named)).toBe(true);
    const boardClosing = closing(open);

    const done = await run('process', 'delete', process.id, '--yes');
    const { code, at } = await boardClosing;
    expect([4403, 4404, 4500]).toContain(code);
    expect(at - done).toBeLessThanOrEqual(1000);
    // A page that comes back, with all that it has, is not let in.
    await new Promise((resolve) => open.provider.once('connection-error', resolve));
    clearInterval(typing);
    expect(other.provider.wsconnected).toBe(true);
    for (const one of [open, other]) one.close();
    expect(await isOnDisk(named)).toBe(false);

    await parley.restart();
    const database = new DatabaseSync(join(parley.directory, 'parley.db'), { readOnly: true });
    const rows = ['updates', 'snapshots', 'client_ids'].flatMap((table) =>
      database
        .prepare(`SELECT document_id FROM ${table} WHERE document_id = ?`)
        .all(boardDocumentId(spaceId)),
    );
    database.close();
    expect(rows).toEqual([]);
  });
});
