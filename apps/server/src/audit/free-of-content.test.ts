import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  auditActs,
  InvitationCreated,
  paths,
  ProcessAnswer,
  type ClientToServer,
  type ServerToClient,
} from '@parley/contracts';
import { Board } from '@parley/model';
import { openSqliteStorage, type AuditRow } from '@parley/storage';
import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoard } from '../testing/open-board.ts';
import { startProgram } from '../testing/program.ts';
import { Visitor } from '../testing/visitor.ts';

/** Everything that somebody types or is given on the journey, and that stands nowhere else. */
const content = {
  lead: 'Zubaidah Quillfeather',
  email: 'zubaidah@quillfeather.example',
  password: 'marzipan orrery lighthouse',
  wrongPassword: 'tungsten oboe caravan',
  process: 'Vermilion estuary talks',
  renamed: 'Cobalt estuary talks',
  guest: 'Ottoline Brackwater',
  actor: 'Sandpiper Fisheries Board',
  nonsense: 'periwinkle-in-a-broken-body',
};

let rows: readonly AuditRow[];
let log: string;
let secrets: readonly string[];
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-journey-'));
  const program = startProgram(new URL('../testing/run-plain.ts', import.meta.url), {
    PORT: '0',
    PARLEY_DATA_DIR: directory,
    LOG_LEVEL: 'trace',
  });
  const setUpSecret = await program.says(/\/set-up#(\S+)/);
  const origin = await program.says(/ready: (http:\/\/\S+)/);
  const travelled = await travel(origin, setUpSecret);
  program.child.kill('SIGTERM');
  await program.ended;
  // The link for the first account is printed for whoever starts the program, and is no log.
  const printed = program.written.stdout.split('\n').filter((line) => !line.includes('/set-up#'));
  log = [...printed, program.written.stderr].join('\n');
  secrets = [setUpSecret, ...travelled];
  const storage = await openSqliteStorage({ directory });
  const chains = await storage.registry.auditChains();
  rows = (
    await Promise.all(chains.map((chain) => storage.registry.auditAfter(chain, 0, 1_000)))
  ).flat();
  await storage.close();
}, 60_000);
afterAll(() => rm(directory, { recursive: true, force: true }));

/** Goes through Parley as people do, mistakes included. @returns the secrets that were in use */
async function travel(origin: string, setUpSecret: string): Promise<string[]> {
  const lead = new Visitor(origin);
  const { email, password } = content;
  await lead.post(paths.setUp, { secret: setUpSecret, name: content.lead, email, password });
  await lead.post(paths.signIn, { email, password: content.wrongPassword });
  await lead.post(paths.signIn, { email, password });
  const made = await lead.post(paths.processes, { title: content.process });
  const { process } = v.parse(ProcessAnswer, made.body);
  const spaceId = process.spaces[0]?.id ?? '';
  await lead.patch(paths.process(process.id), { title: content.renamed });
  const wish = { role: 'facilitator', capability: 'edit', uses: 2, hours: 1 };
  const invited = await lead.post(paths.invitations(spaceId), wish);
  const secret = v.parse(InvitationCreated, invited.body).link.split('#')[1] ?? '';
  const guest = new Visitor(origin);
  await guest.post(paths.join, { secret, displayName: content.guest });
  const board = await openBoard({ origin }, guest, spaceId);
  new Board(board.doc).create('actor', { name: content.actor });
  await watch(origin, guest, spaceId);
  await guest.post(paths.exports(spaceId), { what: 'participants' });
  await guest.post(paths.exports(spaceId), { what: content.nonsense });
  await guest.send('POST', paths.exports(spaceId), `{"${content.nonsense}`);
  await guest.get(`/api/${content.nonsense}`);
  await lead.post(paths.spaceAuditHead(spaceId));
  await lead.post(paths.signOut);
  board.close();
  return [secret, ...cookiesOf(lead), ...cookiesOf(guest)];
}

const cookiesOf = (visitor: Visitor) =>
  visitor.cookie.split('; ').flatMap((pair) => pair.split('=')[1] ?? []);

async function watch(origin: string, visitor: Visitor, spaceId: string): Promise<void> {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie: visitor.cookie, origin },
  });
  await socket.emitWithAck('watch', { spaceId });
  socket.close();
}

/** In each form in which it could have slipped through. */
const formsOf = (text: string) => [
  text,
  encodeURIComponent(text),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
  Buffer.from(text).toString('hex'),
];

/** What of the content and the secrets stands in a text. */
function foundIn(text: string): readonly string[] {
  const words = Object.values(content).flatMap((part) => [part, ...part.split(/[ @]/)]);
  const lower = text.toLowerCase();
  return [...words, ...secrets]
    .filter((word) => word.length > 6)
    .filter((word) => formsOf(word).some((form) => lower.includes(form.toLowerCase())));
}

describe('after a journey through Parley', () => {
  it('the audit trail tells what was done, in words of its list and ids', () => {
    const acts = new Set(rows.map(({ act }) => act));
    expect([...acts]).toEqual(expect.arrayContaining(['process-made', 'space-opened', 'exported']));
    expect(auditActs).toEqual(expect.arrayContaining([...acts]));
  });

  it('the audit trail holds no name, title, address, password or link', () => {
    expect(foundIn(JSON.stringify(rows))).toEqual([]);
  });

  it('the log, at its most talkative, tells of it and holds none of them either', () => {
    expect(log).toContain('"route":"/api/join"');
    expect(log).toMatch(/"status":422/);
    expect(foundIn(log)).toEqual([]);
  });

  it('finds them where they are kept, so that this test would see them', async () => {
    const files = await readdir(directory);
    const kept = await Promise.all(files.map((file) => readFile(join(directory, file), 'latin1')));
    const { lead, email, renamed, guest, actor } = content;
    expect(foundIn(kept.join())).toEqual(
      expect.arrayContaining([lead, email, renamed, guest, actor]),
    );
  });
});
