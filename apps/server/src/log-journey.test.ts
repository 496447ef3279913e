import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardDocumentId, paths } from '@parley/contracts';
import { Board } from '@parley/model';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { inDatabase } from './testing/database.ts';
import { openCommander } from './testing/commander.ts';
import { openBoard, openLedger } from './testing/open-board.ts';
import { startProgram, type Program } from './testing/program.ts';
import { invite, makeProcess, password, teamOf } from './testing/test-parley.ts';
import { Visitor } from './testing/visitor.ts';

/*
 * Issue: logs hold no names, contents, tokens, addresses. A server as people run it, with all that it
 * can say switched on, a workshop's worth of what people and attackers do, and what breaks meanwhile.
 */

let directory: string;
let program: Program;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-log-'));
});
afterAll(async () => {
  program.child.kill('SIGKILL');
  await program.ended;
  await rm(directory, { recursive: true, force: true });
});

/** What no line may hold, as it is and as it looks in an address or in JSON. */
const forbidden = new Set<string>();
const secretly = <Text extends string>(text: Text): Text => {
  forbidden.add(text);
  return text;
};

const environment = () => ({ PARLEY_DATA_DIR: directory });
const script = (path: string) => new URL(path, import.meta.url);

const breakData = (sql: string) => inDatabase(directory, (database) => database.exec(sql));

/** Sends one frame to a document and waits until the line is closed. */
const sendFrame = (origin: string, documentId: string, cookie: string, frame: Buffer) =>
  new Promise<void>((resolve) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${documentId}`, {
      headers: { cookie, origin, 'user-agent': secretly('Karimas-Phone/7') },
    });
    socket.on('open', () => socket.send(frame));
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
  });

it('holds no name, content, token or address, whatever people do and whatever breaks', async () => {
  program = startProgram(script('./testing/run-plain.ts'), {
    ...{ ...environment(), PORT: '0', LOG_LEVEL: 'trace' },
  });
  const origin = await program.says(/^Parley is ready: (http:\/\/localhost:\d+)$/m);
  const setUp = await program.says(/^Make the first account .*\/set-up#([\w-]{43})$/m);
  const announced = program.written.stdout;
  for (const address of ['127.0.0.1', '::1', '::ffff']) forbidden.add(address);

  // Accounts: made, refused, guessed at.
  const lead = new Visitor(origin);
  const email = secretly('amira.haddad@example.org');
  const name = secretly('Amira Haddad');
  const first = { secret: secretly(setUp), name, email, password: secretly(password) };
  expect((await lead.post(paths.setUp, first)).status).toBe(201);
  await new Visitor(origin).post(paths.setUp, first);
  const stranger = new Visitor(origin);
  for (const guess of ['a wrong password of hers', 'hunter2-hunter2']) {
    await stranger.post(paths.signIn, { email, password: secretly(guess) });
  }
  const from = { 'x-forwarded-for': secretly('203.0.113.77'), 'user-agent': 'Karimas-Phone/7' };
  await stranger.send('POST', paths.signIn, { email, password }, from);

  // An account from the command line, beside the server.
  const other = secretly('bilal.nasser@example.org');
  const words = ['user', 'create', other, '--name', secretly('Bilal Nasser')];
  const console = startProgram(
    script('./console/console.ts'),
    { ...environment(), PARLEY_ORIGIN: origin },
    words,
  );
  const resetSecret = await console.says(/\/reset#([\w-]{43})$/m);
  expect(await console.ended).toBe(0);
  const bilal = new Visitor(origin);
  const chosen = { secret: secretly(resetSecret), password: secretly('a password of his own') };
  expect((await bilal.post(paths.reset, chosen)).status).toBeLessThan(300);
  await bilal.post(paths.signIn, { email: other, password: chosen.password, shared: true });
  expect((await bilal.get(paths.session)).status).toBe(200);

  // A process, links, guests.
  const process = await makeProcess(lead, secretly('River talks of Qasr'));
  const spaceId = teamOf(process);
  const link = await invite(lead, spaceId, { uses: 3, role: 'facilitator', capability: 'edit' });
  const secret = secretly(link.secret);
  const guest = new Visitor(origin);
  await guest.post(paths.joinPreview, { secret });
  await guest.post(paths.join, { secret, displayName: secretly('Chadia from Tell Abyad') });
  expect((await guest.get(paths.space(spaceId))).status).toBe(200);
  await bilal.post(paths.join, { secret, displayName: 'Bilal' });
  await stranger.post(paths.join, { secret: secretly('x'.repeat(43)), displayName: 'Nobody' });
  await lead.patch(paths.process(process.id), { title: secretly('Coast talks of Qasr') });

  // Boards, ledgers, live pages.
  const [mine, theirs] = [
    await openBoard({ origin }, lead, spaceId),
    await openBoard({ origin }, guest, spaceId),
  ];
  const fishers = { name: secretly('Fishers of Karaj'), notes: secretly('صيادو كرج') };
  const made = new Board(mine.doc).create('actor', fishers);
  await expect.poll(() => theirs.doc.getMap('actor').size).toBe(1);
  const page = await openCommander({ origin }, guest);
  await page.watch(spaceId);
  const about = { type: 'actor', id: made.ok ? made.value : '' };
  const comment = secretly('They were threatened on Tuesday');
  const said = { kind: 'comment' as const, about, text: comment, thread: null, mentions: [] };
  expect(await page.send(spaceId, said)).toMatchObject({ accepted: true });
  await page.sendRaw({ id: comment, spaceId: name, command: { ...said, kind: comment } });
  const ledger = await openLedger({ origin }, lead, spaceId);
  for (const open of [mine, theirs, ledger]) open.close();
  page.close();

  // Bad requests, each with something in it that must not be repeated.
  const inPath = encodeURIComponent(name);
  await guest.get(`/join?secret=${secret}&name=${inPath}`);
  await guest.get(`/api/${inPath}`);
  await guest.get(paths.space(inPath));
  await guest.send('POST', paths.signIn, `{"email": "${email}", "password": "${password}`);
  await guest.send('POST', paths.join, `displayName=${name}`, { 'content-type': 'text/plain' });
  await guest.send(
    'POST',
    paths.join,
    { secret },
    { origin: `https://${other.split('@')[0]}.org` },
  );
  await guest.send('POST', paths.join, JSON.stringify({ displayName: name.repeat(100_000) }));
  await guest.send('GET', paths.session, undefined, { cookie: `parley.session_token=${comment}` });
  await guest.post(paths.processes, { title: name, unknown: comment });
  const documentId = boardDocumentId(spaceId);
  await sendFrame(origin, documentId, guest.cookie, Buffer.from(comment));
  await sendFrame(origin, name.replace(' ', '.'), guest.cookie, Buffer.from(comment));
  await sendFrame(origin, documentId, `parley=${secret}`, Buffer.from(comment));

  // What breaks: a row that cannot be read, a document that is damaged, both holding names.
  const id = spaceId.replaceAll("'", '');
  breakData(`UPDATE memberships SET role = '${name}' WHERE space_id = '${id}' AND role = 'lead'`);
  expect((await lead.get(paths.space(spaceId))).status).toBe(500);
  breakData(
    `UPDATE snapshots SET data = CAST('${comment}' AS BLOB) WHERE document_id = '${documentId}'`,
  );
  breakData(
    `UPDATE updates SET data = CAST('${comment}' AS BLOB) WHERE document_id = '${documentId}'`,
  );
  await sendFrame(origin, documentId, guest.cookie, Buffer.from([0, 0, 0]));
  for (const visitor of [lead, guest, bilal]) {
    for (const pair of visitor.cookie.split('; ')) forbidden.add(pair.split('=')[1] ?? '');
  }
  await guest.post(paths.signOut);
  program.child.kill('SIGTERM');
  await program.ended;

  const log = program.written.stdout.slice(announced.length) + program.written.stderr;
  const lines = log.trim().split('\n');
  // It did say something of all that: requests, refusals, faults.
  expect(lines.length).toBeGreaterThan(20);
  for (const kind of ['"status":500', '"kind":"load-failed"', '"kind":"connection-refused"']) {
    expect(log).toContain(kind);
  }
  for (const line of lines) expect(() => void JSON.parse(line)).not.toThrow();
  forbidden.delete('');
  const found = [...forbidden].filter((text) =>
    [
      text,
      decodeURIComponent(text),
      encodeURIComponent(text),
      JSON.stringify(text).slice(1, -1),
      Buffer.from(text).toString('base64').replaceAll('=', ''),
      Buffer.from(text).toString('hex'),
    ].some((form) => log.includes(form)),
  );
  expect(found).toEqual([]);
}, 120_000);
