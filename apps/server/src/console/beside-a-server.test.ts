import { execFile } from 'node:child_process';
import { boardDocumentId, paths } from '@parley/contracts';
import { Board } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { closing } from '../testing/open-board.ts';
import { inDatabase } from '../testing/database.ts';
import { startProgram } from '../testing/program.ts';
import { riverTalks } from '../testing/river-talks.ts';
import { amira } from '../testing/sign-in.ts';

const here = riverTalks();

/** Types a command as a process of its own; resolves to the moment at which it ended (ms). */
async function run(...words: string[]): Promise<number> {
  const environment = { PARLEY_DATA_DIR: here.parley.directory, PARLEY_ORIGIN: here.parley.origin };
  const program = startProgram(new URL('./console.ts', import.meta.url), environment, words);
  expect({ code: await program.ended, ...program.written }).toMatchObject({ code: 0, stderr: '' });
  return Date.now();
}

/**
 * Whether some file of the data folder holds these bytes. Another process looks: in this one, closing
 * the database's file would let go of the server's locks on it.
 */
const isOnDisk = (text: string) =>
  new Promise<boolean>((resolve) => {
    execFile('grep', ['-rqaF', text, here.parley.directory], (failure) =>
      resolve(failure === null),
    );
  });

describe('while the server runs', () => {
  it('closes the pages of an account that is disabled, within a second', async () => {
    const guest = await here.join('Bilal');
    const [mine, theirs] = [await here.openBoard(), await here.openBoard(guest)];
    const live = await here.openLiveSocket(here.lead);
    const liveClosing = new Promise<number>((resolve) =>
      live.socket.on('disconnect', () => resolve(Date.now())),
    );
    const boardClosing = closing(mine);

    const done = await run('user', 'disable', 'amira@example.org');
    const { code, at } = await boardClosing;
    expect(code).toBe(4401);
    expect(at - done).toBeLessThanOrEqual(1000);
    expect((await liveClosing) - done).toBeLessThanOrEqual(1000);
    expect(theirs.provider.wsconnected).toBe(true);

    expect((await here.lead.get(paths.session)).status).toBe(401);
    expect((await here.lead.post(paths.signIn, amira)).status).toBe(403);
    await run('user', 'enable', 'amira@example.org');
    expect((await here.lead.post(paths.signIn, amira)).status).toBe(200);
  });

  it('closes the pages of a process that is deleted, and nothing of it is written back', async () => {
    const [open, other] = [
      await here.openBoard(),
      await here.openBoard(here.lead, await here.anotherSpace()),
    ];
    const board = new Board(open.doc);
    const named = 'Herders of the Zab';
    board.create('actor', { name: named });
    // Somebody goes on typing all the time.
    let count = 0;
    const typing = setInterval(() => board.create('actor', { name: `Actor ${(count += 1)}` }), 5);
    await expect.poll(() => isOnDisk(named)).toBe(true);
    const boardClosing = closing(open);

    const done = await run('process', 'delete', here.processId, '--yes');
    const { code, at } = await boardClosing;
    expect([4403, 4404, 4500]).toContain(code);
    expect(at - done).toBeLessThanOrEqual(1000);
    // A page that comes back, with all that it has, is not let in.
    await new Promise((resolve) => open.provider.once('connection-error', resolve));
    clearInterval(typing);
    expect(other.provider.wsconnected).toBe(true);
    here.closePages();
    expect(await isOnDisk(named)).toBe(false);

    await here.parley.restart();
    const rows = inDatabase(here.parley.directory, (database) =>
      ['updates', 'snapshots', 'client_ids'].flatMap((table) =>
        database
          .prepare(`SELECT document_id FROM ${table} WHERE document_id = ?`)
          .all(boardDocumentId(here.spaceId)),
      ),
    );
    expect(rows).toEqual([]);
  });
});
