import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '@parley/contracts';
import { Board } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBoard } from './testing/open-board.ts';
import { startProgram, type Program } from './testing/program.ts';
import { makeProcess, password, teamOf } from './testing/test-parley.ts';
import { Visitor } from './testing/visitor.ts';

let directory: string;
const programs: Program[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-run-'));
});
afterEach(async () => {
  for (const { child, ended } of programs.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  await rm(directory, { recursive: true, force: true });
});

/** What `npm start` runs. */
const npmStart = new URL('./start.ts', import.meta.url);
/** The same without the built client, which these tests are not about. */
const plainStart = new URL('./testing/run-plain.ts', import.meta.url);

function start(environment: Record<string, string> = {}, script = plainStart): Program {
  const program = startProgram(script, { PORT: '0', PARLEY_DATA_DIR: directory, ...environment });
  programs.push(program);
  return program;
}

const readyLine = /^Parley is ready: (http:\/\/localhost:\d+)$/m;
const setUpLine = /^Make the first account .*\/set-up#([\w-]{43})$/m;

describe('a start', () => {
  it('says where Parley is, and how to make the first account until there is one', async () => {
    const program = start();
    const origin = await program.says(readyLine);
    const secret = await program.says(setUpLine);
    const account = { secret, name: 'Amira', email: 'amira@example.org', password };
    expect((await new Visitor(origin).post(paths.setUp, account)).status).toBe(201);
    expect(program.written.stdout.trim().split('\n')).toHaveLength(2);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);

    const again = start();
    await again.says(readyLine);
    again.child.kill('SIGINT');
    expect(await again.ended).toBe(0);
    expect(again.written).toEqual({
      stdout: expect.stringMatching(/^Parley is ready: \S+\n$/) as string,
      stderr: '',
    });
  });

  const failures: [string, () => Promise<Record<string, string>>, RegExp][] = [
    ['a bad setting', () => Promise.resolve({ PORT: 'x' }), /^PORT must be .+\.$/],
    [
      'a setting of a later version',
      () => Promise.resolve({ DATABASE_URL: 'postgres://localhost/x' }),
      /^DATABASE_URL is not supported yet .+\.$/,
    ],
    ['a port that is taken', takenPort, /^Port \d+ is taken: .+\.$/],
    [
      'a host of another machine',
      () => Promise.resolve({ HOST: '192.0.2.1' }),
      /^Parley cannot listen on 192\.0\.2\.1: .+\.$/,
    ],
    ['a data folder that cannot be written', fileForFolder, /^The data folder .+ cannot be .+\.$/],
    ['data that is not ours', foreignDatabase, /^.*parley\.db.+\.$/],
  ];

  it.each(failures)(
    'with %s ends with one sentence that says what to do',
    async (_w, set, says) => {
      const program = start(await set(), npmStart);
      expect(await program.ended).toBe(1);
      expect(program.written.stdout).toBe('');
      expect(program.written.stderr.trimEnd()).toMatch(says);
    },
  );

  async function takenPort(): Promise<Record<string, string>> {
    const other = createServer().unref();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    return { PORT: String(typeof address === 'object' ? address?.port : '') };
  }

  // Tests may run as root, who may write everywhere; nobody can make a folder inside a file.
  async function fileForFolder(): Promise<Record<string, string>> {
    const file = join(directory, 'file');
    await writeFile(file, '');
    return { PARLEY_DATA_DIR: join(file, 'data') };
  }

  async function foreignDatabase(): Promise<Record<string, string>> {
    await writeFile(join(directory, 'parley.db'), 'This is no database.');
    return {};
  }
});

describe('an end', () => {
  it('loses nothing that was acknowledged, and waits for no open page', async () => {
    const program = start();
    const origin = await program.says(readyLine);
    const lead = new Visitor(origin);
    const secret = await program.says(setUpLine);
    await lead.post(paths.setUp, { secret, name: 'A', email: 'a@example.org', password });
    const spaceId = teamOf(await makeProcess(lead));
    const [mine, theirs] = await Promise.all([
      openBoard({ origin }, lead, spaceId),
      openBoard({ origin }, lead, spaceId),
    ]);
    const board = new Board(mine.doc);
    for (let count = 0; count < 100; count += 1) board.create('actor', { name: `Actor ${count}` });
    // What reaches a second page is committed (R6).
    const seen = () => theirs.doc.getMap('actor').size;
    await expect.poll(seen).toBeGreaterThan(0);
    const acknowledged = seen();
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    for (const open of [mine, theirs]) open.close();

    const again = start({ PORT: new URL(origin).port });
    await again.says(readyLine);
    const reopened = await openBoard({ origin }, lead, spaceId);
    expect(reopened.doc.getMap('actor').size).toBeGreaterThanOrEqual(acknowledged);
    reopened.close();
  });
});
