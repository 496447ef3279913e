import { paths, type AccessReason, type ProcessSummary } from '@parley/contracts';
import { Board } from '@parley/model';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLiveSocket, type LiveSocket } from '../testing/live-socket.ts';
import { openBoard, type OpenBoard } from '../testing/open-board.ts';
import {
  idOf,
  joinAsGuest,
  makeProcess,
  makeSpace,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

/*
 * What is taken from somebody is taken from the pages that they have open: documents within a second
 * (R2), notices at once.
 */
let parley: TestParley;
let lead: Visitor;
let process: ProcessSummary;
let spaceId: string;
let guest: Visitor;
let guestId: string;
let mine: OpenBoard;
let theirs: OpenBoard;
let page: LiveSocket;

beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
beforeEach(async () => {
  process = await makeProcess(lead);
  spaceId = teamOf(process);
  guest = await joinAsGuest(parley, lead, spaceId, 'Bilal', {
    role: 'facilitator',
    capability: 'edit',
  });
  guestId = await idOf(guest);
  [mine, theirs] = await Promise.all([
    openBoard(parley, lead, spaceId),
    openBoard(parley, guest, spaceId),
  ]);
  page = await openLiveSocket(parley.origin, guest);
  expect(await page.watch(spaceId)).toBe(true);
});
afterEach(() => {
  mine.close();
  theirs.close();
  page.close();
});
afterAll(() => parley.end());

const names = ({ doc }: OpenBoard) => new Board(doc).list('actor').map(({ name }) => name);
const addActor = ({ doc }: OpenBoard, name: string) => new Board(doc).create('actor', { name });

const closing = ({ provider }: OpenBoard) =>
  new Promise<{ code: number; ms: number }>((resolve) => {
    const from = performance.now();
    provider.once('connection-close', (event) =>
      resolve({ code: event?.code ?? 0, ms: performance.now() - from }),
    );
  });

const reasons = () =>
  page.heard.flatMap((notice): AccessReason[] =>
    notice.kind === 'access-changed' ? [notice.reason] : [],
  );

interface Ending {
  readonly reason: AccessReason;
  readonly code: number;
  readonly end: () => Promise<unknown>;
}
const endings: readonly Ending[] = [
  { reason: 'removed', code: 4403, end: () => lead.delete(paths.member(spaceId, guestId)) },
  { reason: 'space-ended', code: 4403, end: () => lead.post(paths.endSpace(spaceId)) },
  { reason: 'process-ended', code: 4403, end: () => lead.post(paths.endProcess(process.id)) },
  { reason: 'session-ended', code: 4401, end: () => guest.post(paths.signOut) },
];

describe('an open page', () => {
  it.each(endings)('is shut within a second of $reason', async ({ reason, code, end }) => {
    addActor(theirs, 'Before');
    await expect.poll(() => names(mine)).toEqual(['Before']);
    const closed = closing(theirs);
    await end();
    const { ms, ...why } = await closed;
    // Sessions and access go together at the end of a process: either word is right.
    expect(reason === 'process-ended' ? [4401, 4403] : [code]).toContain(why.code);
    expect(ms).toBeLessThan(1000);
    await expect.poll(reasons).toContain(reason);
    expect(reasons()[0]).toBe(reason);
    // Written after that, it reaches nobody; nor does anything come.
    theirs.provider.disconnect();
    addActor(theirs, 'After');
    addActor(mine, 'Hidden');
    expect((await guest.get(paths.space(spaceId))).status).not.toBe(200);
    await expect(openBoard(parley, guest, spaceId)).rejects.toThrow('did not open');
    expect(names(mine)).not.toContain('After');
    expect(names(theirs)).not.toContain('Hidden');
  });

  it('may only read from the moment of a lower capability, and its edits are refused', async () => {
    const from = performance.now();
    await lead.patch(paths.member(spaceId, guestId), { capability: 'read' });
    expect(performance.now() - from).toBeLessThan(1000);
    const closed = closing(theirs);
    addActor(theirs, 'Forged');
    expect((await closed).code).toBe(4403);
    expect(reasons()).toEqual(['role-changed']);
    expect(names(mine)).toEqual([]);
    // It still reads.
    const again = await openBoard(parley, guest, spaceId);
    addActor(mine, 'Fishers');
    await expect.poll(() => names(again)).toEqual(['Fishers']);
    again.close();
  });

  it('hears nothing more of a space that it was taken out of (P3)', async () => {
    await lead.delete(paths.member(spaceId, guestId));
    await lead.patch(paths.process(process.id), { title: 'Hidden title' });
    await lead.patch(paths.space(spaceId), { title: 'Hidden space' });
    await joinAsGuest(parley, lead, spaceId, 'Hidden person');
    // What is sent to one socket arrives in order: had there been more, it would be here by now.
    expect(await page.watch(spaceId)).toBe(false);
    expect(page.heard).toEqual([{ kind: 'access-changed', reason: 'removed', spaceId }]);
  });

  it('goes on hearing of it when only its capability has changed', async () => {
    await lead.patch(paths.member(spaceId, guestId), { capability: 'read' });
    await lead.patch(paths.process(process.id), { title: 'Coast talks' });
    await expect.poll(() => page.heard.map(({ kind }) => kind)).toContain('process-renamed');
  });

  it('is told nothing when something ends that it never knew of (P3)', async () => {
    const caucus = await makeSpace(lead, process.id, 'Hidden caucus');
    await lead.patch(paths.space(caucus), { title: 'Hidden still' });
    await lead.post(paths.endSpace(caucus));
    expect(await page.watch(spaceId)).toBe(true);
    expect(page.heard).toEqual([]);
    expect(theirs.provider.wsconnected).toBe(true);
  });
});
