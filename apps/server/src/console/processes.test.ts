import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, paths } from '@parley/contracts';
import { ProcessFile } from '@parley/exchange/process-file';
import { Board, boardRecordTypes } from '@parley/model';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { type } from '../testing/console.ts';
import { amirasParley } from '../testing/amiras-parley.ts';
import { inDatabase } from '../testing/database.ts';
import { joinAsGuest, makeProcess, teamOf } from '../testing/test-parley.ts';

const here = amirasParley();

it('lists processes with their spaces, beside a running server', async () => {
  const process = await makeProcess(here.lead, 'Lake talks');
  const { code, said } = await type(here.parley, ['process', 'list']);
  expect(code).toBe(0);
  expect(said).toContain(`${process.id}  Lake talks`);
  expect(said).toContain(`${teamOf(process)}  team     Team, 1 member`);
});

it('invites by a link that works', async () => {
  const process = await makeProcess(here.lead, 'Hill talks');
  const words = ['invite', teamOf(process), '--role', 'observer'];
  const { said } = await type(here.parley, words);
  const [, secret] = said.split('/join#');
  const guest = here.visitor();
  expect((await guest.post(paths.join, { secret, displayName: 'Chadia' })).status).toBe(201);
  const { body } = await guest.get(paths.space(teamOf(process)));
  expect(body).toMatchObject({ space: { role: 'observer', capability: 'read' } });
});

it.each([
  [['--role', 'king'], /--role must be one of lead, facilitator/],
  [['--role', 'lead', '--uses', '0'], /--uses must be a whole number from 1 to 500/],
  [['--role', 'lead', '--uses', '1e2'], /--uses must be a whole number/],
  [['--role', 'lead', '--hours', '721'], /--hours must be a whole number of hours from 1 to 720/],
])('refuses an invitation with %j', async (options, why) => {
  const { code, complaint } = await type(here.parley, ['invite', 'anything', ...options]);
  expect({ code, complaint }).toEqual({ code: 1, complaint: expect.stringMatching(why) as string });
});

it('does not guess which of two is meant', async () => {
  const [one, other] = [
    await makeProcess(here.lead, 'Twins'),
    await makeProcess(here.lead, 'Twins'),
  ];
  const { code, complaint } = await type(here.parley, ['process', 'delete', 'Twins', '--yes']);
  expect(code).toBe(1);
  expect(complaint).toContain('fits more than one process, so nothing was done');
  for (const { id } of [one, other]) expect(complaint).toContain(id);
});

it('exports a process with all its records as they are, and no secret', async () => {
  const process = await makeProcess(here.lead, 'River talks');
  const spaceId = teamOf(process);
  const guest = await joinAsGuest(here.parley, here.lead, spaceId, 'Bilal', { capability: 'edit' });
  const open = await here.openBoard(here.lead, spaceId);
  const board = new Board(open.doc);
  const made = board.create('actor', { name: 'Fishers', notes: 'مياه البحيرة' });
  if (!made.ok) throw new Error('The actor was refused.');
  const seen = await here.openBoard(guest, spaceId);
  await expect.poll(() => seen.doc.getMap('actor').size).toBe(1);

  const file = join(here.parley.directory, 'river.json');
  const { code, complaint } = await type(here.parley, [
    'process',
    'export',
    process.id,
    '--to',
    file,
  ]);
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const text = await readFile(file, 'utf8');
  const read = v.parse(ProcessFile, JSON.parse(text));
  expect(read.process).toMatchObject({ id: process.id, title: 'River talks' });
  const [space] = read.spaces;
  expect(space?.members.map(({ name, role }) => [name, role])).toEqual([
    ['Amira', 'lead'],
    ['Bilal', 'participant'],
  ]);
  const [id, record] = Object.entries(space?.board.actor ?? {})[0] ?? [];
  const { version } = boardRecordTypes.actor;
  expect(record).toMatchObject({ version, name: 'Fishers', notes: 'مياه البحيرة' });
  expect(board.get('actor', String(id))?.name).toBe('Fishers');
  for (const cookie of `${here.lead.cookie}; ${guest.cookie}`.split('; ')) {
    expect(text).not.toContain(cookie.split('=')[1]);
  }
  expect(text).not.toContain('amira@example.org');

  // What is there is never written over.
  const again = await type(here.parley, ['process', 'export', process.id, '--to', file]);
  expect(again.complaint).toContain('is there already');
});

it('deletes a process after its title was typed, and leaves nothing of it but the trail', async () => {
  const process = await makeProcess(here.lead, 'Border talks');
  const spaceId = teamOf(process);
  const guest = await joinAsGuest(here.parley, here.lead, spaceId, 'Dunya');
  const open = await here.openBoard(here.lead, spaceId);
  new Board(open.doc).create('actor', { name: 'Herders' });
  const words = ['process', 'delete', process.id];
  for (const answer of [null, 'Borders']) {
    const { code, complaint } = await type(here.parley, words, answer);
    expect({ code, complaint }).toEqual({
      code: 1,
      complaint: 'That was not the title: nothing was deleted.',
    });
  }
  expect((await here.lead.get(paths.space(spaceId))).status).toBe(200);

  expect(await type(here.parley, words, ' Border talks ')).toMatchObject({ code: 0 });
  expect((await here.lead.get(paths.space(spaceId))).status).toBe(404);
  expect((await guest.get(paths.session)).status).toBe(401);

  const traces = new RegExp(`${process.id}|${spaceId}|Border talks|Dunya|Herders`);
  const [holding, trail] = inDatabase(here.parley.directory, (database) => {
    const rowsOf = (from: string) => database.prepare(`SELECT * FROM ${from}`).all();
    const tables = rowsOf("sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'");
    return [
      tables
        .map(({ name }) => String(name))
        .filter((it) => traces.test(JSON.stringify(rowsOf(it)))),
      rowsOf("audit WHERE act = 'process-deleted'"),
    ];
  });
  // Ids alone: what keeps the documents from returning, and what was done.
  expect(holding.toSorted()).toEqual(['audit', 'deleted_documents']);
  expect(trail).toMatchObject([{ person_id: commandLine, subject: process.id, chain: 'server' }]);
});
