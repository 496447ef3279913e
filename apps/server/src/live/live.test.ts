import { paths, type ClientToServer, type Notice, type ServerToClient } from '@parley/contracts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  invite,
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

type LiveSocket = Socket<ServerToClient, ClientToServer>;

let parley: TestParley;
let lead: Visitor;
let processId: string;
let spaceId: string;
const open: LiveSocket[] = [];

beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
beforeEach(async () => {
  const process = await makeProcess(lead, 'River talks');
  processId = process.id;
  spaceId = teamOf(process);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});
afterAll(() => parley.end());

async function connect(visitor: Visitor, transport = 'websocket'): Promise<LiveSocket> {
  const socket: LiveSocket = io(parley.origin, {
    transports: [transport],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie: visitor.cookie, origin: parley.origin },
  });
  open.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return socket;
}

const watch = (socket: LiveSocket, space: string) =>
  new Promise<boolean>((resolve) => {
    socket.emit('watch', { spaceId: space }, ({ watching }) => resolve(watching));
  });

const nextNotice = (socket: LiveSocket) =>
  new Promise<Notice>((resolve) => socket.once('notice', resolve));

describe('notices', () => {
  it.each(['websocket', 'polling'])(
    'reach who has the process open, over %s',
    async (transport) => {
      const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
      const socket = await connect(guest, transport);
      expect(await watch(socket, spaceId)).toBe(true);
      const notice = nextNotice(socket);
      await lead.patch(paths.process(processId), { title: 'Coast talks' });
      expect(await notice).toEqual({
        kind: 'process-renamed',
        processId,
        title: 'Coast talks',
        by: 'Amira',
      });
    },
  );

  it('say who has joined, to those who are there', async () => {
    const socket = await connect(lead);
    await watch(socket, spaceId);
    const notice = nextNotice(socket);
    await joinAsGuest(parley, lead, spaceId, 'Bilal');
    expect(await notice).toEqual({ kind: 'member-joined', spaceId, name: 'Bilal' });
  });

  it('tell a person on all their screens that a space was opened to them', async () => {
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    const screens = await Promise.all([connect(guest), connect(guest)]);
    const notices = screens.map(nextNotice);
    const second = await makeProcess(lead, 'Second');
    const { secret } = await invite(lead, teamOf(second));
    await guest.post(paths.join, { secret, displayName: 'Bilal' });
    expect(await Promise.all(notices)).toEqual(
      Array(2).fill({
        kind: 'added-to-space',
        processId: second.id,
        spaceId: teamOf(second),
        title: 'Team',
      }),
    );
  });

  it('never reach somebody who is not in the space (P3)', async () => {
    const stranger = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    const other = await makeProcess(lead, 'Another');
    const socket = await connect(stranger);
    const heard: Notice[] = [];
    socket.on('notice', (notice) => heard.push(notice));
    expect(await watch(socket, crypto.randomUUID())).toBe(false);
    expect(await watch(socket, teamOf(other))).toBe(false);
    await lead.patch(paths.process(other.id), { title: 'Hidden' });
    await joinAsGuest(parley, lead, teamOf(other), 'Chadia');
    // What is sent to one socket arrives in order: had there been more, it would be here by now.
    expect(await watch(socket, spaceId)).toBe(true);
    await lead.patch(paths.process(processId), { title: 'Seen' });
    await expect.poll(() => heard).toHaveLength(1);
    expect(heard).toMatchObject([{ kind: 'process-renamed', title: 'Seen' }]);
  });

  it('of a space stop when the page opens another one', async () => {
    const second = await makeProcess(lead, 'Second');
    const socket = await connect(lead);
    const heard: Notice[] = [];
    socket.on('notice', (notice) => heard.push(notice));
    await watch(socket, spaceId);
    await watch(socket, teamOf(second));
    await lead.patch(paths.process(processId), { title: 'Left' });
    await lead.patch(paths.process(second.id), { title: 'Open' });
    await expect.poll(() => heard).toHaveLength(1);
    expect(heard).toMatchObject([{ title: 'Open' }]);
  });

  it.each([[undefined], [null], [7], ['x'], [{ spaceId: 7 }], [{ spaceId: 'x'.repeat(65) }], [[]]])(
    'are not opened by %o, and the connection lives on',
    async (wish) => {
      const socket = await connect(lead);
      // A hostile page: the types of contracts do not hold it back.
      const raw = socket as unknown as {
        emitWithAck(event: string, wish: unknown): Promise<unknown>;
      };
      expect(await raw.emitWithAck('watch', wish)).toEqual({ watching: false });
      expect(await watch(socket, spaceId)).toBe(true);
    },
  );

  it('survive a page that wants no answer', async () => {
    const socket = await connect(lead);
    const raw = socket as unknown as { emit(event: string, ...rest: unknown[]): void };
    raw.emit('watch');
    raw.emit('watch', { spaceId }, 'no function');
    expect(await watch(socket, spaceId)).toBe(true);
  });
});

describe('a live connection', () => {
  it('is closed when its session ends, and the others of that person are not', async () => {
    const other = parley.visitor();
    await other.post(paths.signIn, {
      email: 'amira@example.org',
      password: 'a long enough password',
    });
    const [kept, ended] = await Promise.all([connect(lead), connect(other)]);
    const end = new Promise((resolve) => ended.once('disconnect', resolve));
    await other.post(paths.signOut);
    await end;
    expect(await watch(kept, spaceId)).toBe(true);
  });

  it('is refused to the page of another site, cookies or not', async () => {
    const socket = io(parley.origin, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { cookie: lead.cookie, origin: 'https://evil.example' },
    });
    const failure = await new Promise((resolve) => socket.once('connect_error', resolve));
    expect(failure).toBeInstanceOf(Error);
    socket.close();
  });
});
