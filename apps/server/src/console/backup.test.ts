import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardDocumentId, paths } from '@parley/contracts';
import { Board } from '@parley/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type } from '../testing/console.ts';
import { connect, openBoard } from '../testing/open-board.ts';
import { startProgram } from '../testing/program.ts';
import { riverTalks } from '../testing/river-talks.ts';
import { amira } from '../testing/sign-in.ts';
import { makeProcess, openParley } from '../testing/test-parley.ts';

const here = riverTalks();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-backup-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Backs up as cron does: a process of its own, beside the server. */
async function backUp(to: string): Promise<void> {
  const program = startProgram(
    new URL('./console.ts', import.meta.url),
    { PARLEY_DATA_DIR: here.parley.directory, PARLEY_ORIGIN: here.parley.origin },
    ['backup', to],
  );
  expect({ code: await program.ended, ...program.written }).toMatchObject({ code: 0, stderr: '' });
}

const restored = (directory: string) => ({ directory, origin: here.parley.origin });

describe('a backup', () => {
  it('made while people write holds all that was acknowledged before, and is served again', async () => {
    const { spaceId } = here;
    const guest = await here.join('Bilal');
    const { secret } = await here.invite();
    const [mine, theirs] = [await here.openBoard(), await here.openBoard(guest)];
    const board = new Board(mine.doc);
    let count = 0;
    const write = () => board.create('actor', { name: `Actor ${(count += 1)}`, notes: 'مياه' });
    const writing = setInterval(write, 5);
    await expect.poll(() => theirs.doc.getMap('actor').size).toBeGreaterThan(20);
    // What another person sees is committed (R6).
    const acknowledged = new Set(new Board(theirs.doc).list('actor').map(({ name }) => name));
    const copy = join(folder, 'while-writing');
    await backUp(copy);
    clearInterval(writing);
    write();
    await expect.poll(() => theirs.doc.getMap('actor').size).toBe(count);

    const modes = await Promise.all(
      ['', ...(await readdir(copy))].map(
        async (name) => (await stat(join(copy, name))).mode & 0o77,
      ),
    );
    expect(modes).toEqual(Array(5).fill(0));

    const elsewhere = join(folder, 'elsewhere');
    const { code, said, complaint } = await type(restored(elsewhere), ['restore', copy]);
    expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
    expect(said).toContain('documents');
    const second = await openParley({ PARLEY_DATA_DIR: elsewhere });
    try {
      const again = second.visitor();
      await again.post(paths.signIn, amira);
      const reopened = await openBoard(second, again, spaceId);
      const names = new Set(new Board(reopened.doc).list('actor').map(({ name }) => name));
      expect([...acknowledged].filter((name) => !names.has(name))).toEqual([]);
      expect(names.has(`Actor ${count}`)).toBe(false);
      expect(new Board(reopened.doc).list('actor')[0]?.notes).toBe('مياه');

      // What a page has from after the backup does not come back by itself (R12).
      const late = connect(second, again, boardDocumentId(spaceId), mine.doc);
      const closed = await new Promise((resolve) => late.once('connection-close', resolve));
      expect(closed).toMatchObject({ code: 4409 });
      late.destroy();
      new Board(reopened.doc).create('actor', { name: 'New' });
      const other = await openBoard(second, again, spaceId);
      expect(new Board(other.doc).list('actor').map(({ name }) => name)).not.toContain(
        `Actor ${count}`,
      );
      for (const one of [reopened, other]) one.close();

      // Sessions and links may have been ended after the backup was made.
      const former = second.visitor();
      const cookie = guest.cookie;
      expect((await former.send('GET', paths.session, undefined, { cookie })).status).toBe(401);
      const { status } = await former.post(paths.join, { secret, displayName: 'Chadia' });
      expect(status).not.toBe(201);
    } finally {
      await second.end();
    }
  });

  it('takes a folder of its own', async () => {
    await writeFile(join(folder, 'a file'), '');
    const { complaint } = await type(here.parley, ['backup', folder]);
    expect(complaint).toContain('is not empty');
    expect(await readFile(join(folder, 'a file'), 'utf8')).toBe('');
  });
});

describe('a restore', () => {
  it('refuses a folder with data, and one that is in use, and keeps what was there aside', async () => {
    const copy = join(folder, 'to-replace');
    await backUp(copy);
    const held = await makeProcess(here.lead, 'Made after the backup');
    const refused = await type(here.parley, ['restore', copy]);
    expect(refused.complaint).toContain('is not empty, and nothing was restored');
    const inUse = await type(here.parley, ['restore', copy, '--replace']);
    expect(inUse.complaint).toContain('stop it first');
    expect((await here.lead.get(paths.processes)).status).toBe(200);

    let aside: string | undefined;
    await here.parley.restart(async () => {
      const { said, complaint } = await type(here.parley, ['restore', copy, '--replace']);
      expect(complaint).toBe('');
      aside = /What was there before is in (.+)\./.exec(said)?.[1];
    });
    await here.lead.post(paths.signIn, amira);
    const titles = JSON.stringify((await here.lead.get(paths.processes)).body);
    expect(titles).toContain('River talks');
    expect(titles).not.toContain(held.title);
    const there = { directory: aside ?? '', origin: here.parley.origin };
    expect((await type(there, ['process', 'list'])).said).toContain(held.title);
  });

  it('refuses a backup that is damaged or not whole, and changes nothing', async () => {
    const copy = join(folder, 'damaged');
    await backUp(copy);
    const file = join(copy, 'parley.db');
    const bytes = await readFile(file);
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
    await writeFile(file, bytes);
    const target = join(folder, 'untouched');
    const damaged = await type(restored(target), ['restore', copy]);
    expect(damaged.complaint).toMatch(/parley\.db is not what was backed up/);
    await rm(join(copy, 'backup.json'));
    const half = await type(restored(target), ['restore', copy]);
    expect(half.complaint).toContain('does not hold a whole backup');
    expect(await readdir(target)).toEqual([]);
  });
});
