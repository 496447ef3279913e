import { paths, type AccessReason } from '@parley/contracts';
import { Board } from '@parley/model';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LiveSocket } from '../testing/live-socket.ts';
import { closing, type OpenBoard } from '../testing/open-board.ts';
import { asFacilitator, riverTalks } from '../testing/river-talks.ts';
import { idOf, makeSpace } from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

/*
 * What is taken from somebody is taken from the pages that they have open: documents within a second
 * (R2), notices at once.
 */
const here = riverTalks();
let guest: Visitor;
let guestId: string;
let mine: OpenBoard;
let theirs: OpenBoard;
let page: LiveSocket;

beforeEach(async () => {
  guest = await here.join('Bilal', asFacilitator);
  guestId = await idOf(guest);
  [mine, theirs] = await Promise.all([here.openBoard(), here.openBoard(guest)]);
  page = await here.openLiveSocket(guest);
  expect(await page.watch(here.spaceId)).toBe(true);
});

const names = ({ doc }: OpenBoard) => new Board(doc).list('actor').map(({ name }) => name);
const addActor = ({ doc }: OpenBoard, name: string) => new Board(doc).create('actor', { name });

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
  {
    reason: 'removed',
    code: 4403,
    end: () => here.lead.delete(paths.member(here.spaceId, guestId)),
  },
  { reason: 'space-ended', code: 4403, end: () => here.lead.post(paths.endSpace(here.spaceId)) },
  {
    reason: 'process-ended',
    code: 4403,
    end: () => here.lead.post(paths.endProcess(here.process.id)),
  },
  { reason: 'session-ended', code: 4401, end: () => guest.post(paths.signOut) },
];

describe('an open page', () => {
  it.each(endings)('is shut within a second of $reason', async ({ reason, code, end }) => {
    addActor(theirs, 'Before');
    await expect.poll(() => names(mine)).toEqual(['Before']);
    const closed = closing(theirs);
    const from = Date.now();
    await end();
    const { at, code: why } = await closed;
    // Sessions and access go together at the end of a process: either word is right.
    expect(reason === 'process-ended' ? [4401, 4403] : [code]).toContain(why);
    expect(at - from).toBeLessThan(1000);
    await expect.poll(reasons).toContain(reason);
    expect(reasons()[0]).toBe(reason);
    // Written after that, it reaches nobody; nor does anything come.
    theirs.provider.disconnect();
    addActor(theirs, 'After');
    addActor(mine, 'Hidden');
    expect((await guest.get(paths.space(here.spaceId))).status).not.toBe(200);
    await expect(here.openBoard(guest)).rejects.toThrow('did not open');
    expect(names(mine)).not.toContain('After');
    expect(names(theirs)).not.toContain('Hidden');
  });

  it('may only read from the moment of a lower capability, and its edits are refused', async () => {
    const from = performance.now();
    await here.lead.patch(paths.member(here.spaceId, guestId), { capability: 'read' });
    expect(performance.now() - from).toBeLessThan(1000);
    const closed = closing(theirs);
    addActor(theirs, 'Forged');
    expect((await closed).code).toBe(4403);
    expect(reasons()).toEqual(['role-changed']);
    expect(names(mine)).toEqual([]);
    // It still reads.
    const again = await here.openBoard(guest);
    addActor(mine, 'Fishers');
    await expect.poll(() => names(again)).toEqual(['Fishers']);
  });

  it('hears nothing more of a space that it was taken out of (P3)', async () => {
    await here.lead.delete(paths.member(here.spaceId, guestId));
    await here.lead.patch(paths.process(here.process.id), { title: 'Hidden title' });
    await here.lead.patch(paths.space(here.spaceId), { title: 'Hidden space' });
    await here.join('Hidden person');
    // What is sent to one socket arrives in order: had there been more, it would be here by now.
    expect(await page.watch(here.spaceId)).toBe(false);
    expect(page.heard).toEqual([
      { kind: 'access-changed', reason: 'removed', spaceId: here.spaceId },
    ]);
  });

  it('goes on hearing of it when only its capability has changed', async () => {
    await here.lead.patch(paths.member(here.spaceId, guestId), { capability: 'read' });
    await here.lead.patch(paths.process(here.process.id), { title: 'Coast talks' });
    await expect.poll(() => page.heard.map(({ kind }) => kind)).toContain('process-renamed');
  });

  it('is told nothing when something ends that it never knew of (P3)', async () => {
    const caucus = await makeSpace(here.lead, here.process.id, 'Hidden caucus');
    await here.lead.patch(paths.space(caucus), { title: 'Hidden still' });
    await here.lead.post(paths.endSpace(caucus));
    expect(await page.watch(here.spaceId)).toBe(true);
    expect(page.heard).toEqual([]);
    expect(theirs.provider.wsconnected).toBe(true);
  });
});
