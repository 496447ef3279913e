import { paths, type Command } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { LedgerReader } from '@parley/model/ledger';
import { beforeEach, describe, expect, it } from 'vitest';
import { entryOf, type Commander } from '../testing/commander.ts';
import type { OpenBoard } from '../testing/open-board.ts';
import { riverTalks } from '../testing/river-talks.ts';
import { idOf } from '../testing/test-parley.ts';

const here = riverTalks();
let amira: Commander;
let actor: string;

beforeEach(async () => {
  amira = await here.openCommander();
  const board = await here.openBoard();
  actor = create(board, 'Fishers');
  await settled(board);
});

function create({ doc }: OpenBoard, name: string): string {
  const created = new Board(doc).create('actor', { name });
  if (!created.ok) throw new Error('No actor');
  return created.value;
}

/** Resolves once the server has what this page wrote: another page that opens then has it too. */
async function settled(board: OpenBoard): Promise<void> {
  const wanted = new Board(board.doc).list('actor').length;
  const other = await here.openBoard();
  await expect.poll(() => new Board(other.doc).list('actor').length).toBe(wanted);
}

const ledger = async () => new LedgerReader((await here.openLedger()).doc);

const comment = (fields: Partial<Extract<Command, { kind: 'comment' }>> = {}): Command => ({
  kind: 'comment',
  about: { type: 'actor', id: actor },
  text: 'Who speaks for them?',
  thread: null,
  mentions: [],
  ...fields,
});

describe('a command', () => {
  it('writes an entry with the author and time that the server knows', async () => {
    const before = Date.now();
    const entry = entryOf(await amira.send(here.spaceId, comment()));
    const [written] = (await ledger()).of('comment');
    expect(written).toMatchObject({ id: entry, number: 1, text: 'Who speaks for them?' });
    expect(written?.by?.name).toBe('Amira');
    expect(written?.at).toBeGreaterThanOrEqual(before);
    expect(written?.at).toBeLessThanOrEqual(Date.now());
  });

  it('sent again with its id is done once and answered as before', async () => {
    const id = newId();
    const entry = entryOf(await amira.send(here.spaceId, comment(), id));
    const other = await here.openCommander();
    const answers = await Promise.all([
      amira.send(here.spaceId, comment(), id),
      other.send(here.spaceId, comment(), id),
      other.send(here.spaceId, comment({ text: 'Something else' }), id),
    ]);
    expect(answers.map(entryOf)).toEqual([entry, entry, entry]);
    const entries = (await ledger()).of('comment');
    expect(entries).toHaveLength(1);
    expect(entries[0]?.text).toBe('Who speaks for them?');
  });

  it('of one person is not that of another with the same id', async () => {
    const bilal = await here.openCommander(await here.join('Bilal'));
    const id = newId();
    const first = entryOf(await amira.send(here.spaceId, comment(), id));
    expect(entryOf(await bilal.send(here.spaceId, comment(), id))).not.toBe(first);
  });

  it('cannot name its author, in no field', async () => {
    const forged = { ...comment(), by: { person: 'x', name: 'Somebody' } };
    const answer = await amira.sendRaw({ id: newId(), spaceId: here.spaceId, command: forged });
    expect(answer).toMatchObject({ accepted: false, reason: 'invalid' });
    expect((await ledger()).of('comment')).toEqual([]);
  });

  it.each([
    // No document that clients write has such a root (R4).
    ['entries', 4400],
    ['actor', 4403],
  ])(
    'is the only way in: a page that writes %s in the ledger is closed with %i (R3)',
    async (root, code) => {
      const page = await here.openLedger();
      const closed = new Promise((resolve) =>
        page.provider.once('connection-close', (event) => resolve(event?.code)),
      );
      page.doc.getMap(root).set(newId(), { kind: 'comment', by: { name: 'Somebody' } });
      expect(await closed).toBe(code);
      const { doc } = await here.openLedger();
      expect(doc.getMap(root).size).toBe(0);
    },
  );

  it('is refused to who may only read, and what needs editing to who may contribute', async () => {
    const reader = await here.openCommander(await here.join('Observer', { capability: 'read' }));
    const bilal = await here.openCommander(await here.join('Bilal'));
    const notAllowed = { accepted: false, reason: 'not-allowed' };
    expect(await reader.send(here.spaceId, comment())).toEqual(notAllowed);
    expect(await bilal.send(here.spaceId, comment())).toMatchObject({ accepted: true });
    const vote = { question: 'Where?', options: ['A', 'B'], dots: 1, secret: true };
    expect(await bilal.send(here.spaceId, { kind: 'open-vote', ...vote })).toEqual(notAllowed);
  });

  it('gets the same refusal for a space that is not there and one that is closed (P3)', async () => {
    const bilal = await here.openCommander(await here.join('Bilal'));
    const other = await here.anotherSpace('Another');
    const answers = [
      await bilal.send(other, comment()),
      await bilal.send(crypto.randomUUID(), comment()),
    ];
    expect(answers).toEqual(Array(2).fill({ accepted: false, reason: 'not-allowed' }));
  });

  it.each([
    [undefined],
    [null],
    [7],
    ['x'],
    [[]],
    [{}],
    [{ id: 'short', spaceId: 'x', command: {} }],
    [{ id: 'x'.repeat(21), spaceId: 'x', command: { kind: '__proto__' } }],
    [{ id: 'x'.repeat(21), spaceId: 'x', command: { kind: 'comment', text: 7 } }],
  ])('that is %o is refused as invalid, and the connection lives on', async (wish) => {
    expect(await amira.sendRaw(wish)).toMatchObject({ accepted: false, reason: 'invalid' });
    expect(await amira.send(here.spaceId, comment())).toMatchObject({ accepted: true });
  });

  it.each([
    ['text', { text: '' }],
    ['text', { text: '  \n ' }],
    ['text', { text: 'x'.repeat(4_001) }],
    ['text', { text: 'a\u0000b' }],
    ['about.type', { about: { type: 'settings', id: 'x' } }],
    ['about.id', { about: { type: 'actor', id: '../x' } }],
    ['mentions', { mentions: Array.from({ length: 51 }, () => 'x') }],
  ])('with an invalid %s names the field', async (field, fields) => {
    const answer = await amira.send(here.spaceId, comment(fields));
    expect(answer).toEqual({ accepted: false, reason: 'invalid', fields: [field] });
  });

  it('about what is not there is refused as gone', async () => {
    const gone = { accepted: false, reason: 'gone' };
    expect(
      await amira.send(here.spaceId, comment({ about: { type: 'actor', id: 'unknown' } })),
    ).toEqual(gone);
    expect(await amira.send(here.spaceId, comment({ thread: 'unknown' }))).toEqual(gone);
    for (const kind of ['resolve-thread', 'reopen-thread'] as const) {
      expect(await amira.send(here.spaceId, { kind, thread: 'unknown' })).toEqual(gone);
    }
    expect(await amira.send(here.spaceId, { kind: 'close-vote', vote: 'unknown' })).toEqual(gone);
    const ballot: Command = { kind: 'cast-ballot', vote: 'unknown', dots: [1, 0] };
    expect(await amira.send(here.spaceId, ballot)).toEqual(gone);
  });

  it('after too many others is to be sent again later', async () => {
    const eager = await here.openCommander(await here.join('Eager'));
    const answers = await Promise.all(
      Array.from({ length: 245 }, () =>
        eager.send(here.spaceId, { kind: 'close-vote', vote: 'none' }),
      ),
    );
    expect(answers.at(-1)).toEqual({ accepted: false, reason: 'too-many' });
    expect(await amira.send(here.spaceId, comment())).toMatchObject({ accepted: true });
  });

  it('of a session that has ended is not carried out', async () => {
    const guest = await here.join('Bilal');
    const bilal = await here.openCommander(guest);
    await guest.post(paths.signOut);
    await expect(bilal.send(here.spaceId, comment())).rejects.toThrow();
    expect((await ledger()).of('comment')).toEqual([]);
  });

  it('survives a page that wants no answer, and one that leaves before it', async () => {
    const id = newId();
    const hasty = await here.openCommander();
    hasty.throwIn(here.spaceId, comment(), id);
    hasty.throwIn(here.spaceId, comment({ text: 'Another' }), newId());
    await expect.poll(async () => (await ledger()).of('comment').length).toBe(2);
    const gone = await here.openCommander();
    const lost = gone.send(here.spaceId, comment(), id).catch(() => null);
    gone.close();
    await lost;
    const again = await here.openCommander();
    await again.send(here.spaceId, comment(), id);
    expect((await ledger()).of('comment')).toHaveLength(2);
  });
});

describe('a thread', () => {
  it('has answers, is resolved and taken up again', async () => {
    const thread = entryOf(await amira.send(here.spaceId, comment()));
    const bilal = await here.openCommander(await here.join('Bilal'));
    await bilal.send(here.spaceId, comment({ thread, text: 'The council does.' }));
    await bilal.send(here.spaceId, { kind: 'resolve-thread', thread });
    await amira.send(here.spaceId, { kind: 'reopen-thread', thread });
    const reader = await ledger();
    expect(reader.of('comment').map(({ by }) => by?.name)).toEqual(['Amira', 'Bilal']);
    expect(reader.of('thread-state').map(({ resolved }) => resolved)).toEqual([true, false]);
  });

  it('takes no answer that is about something else', async () => {
    const thread = entryOf(await amira.send(here.spaceId, comment()));
    const board = await here.openBoard();
    const other = create(board, 'Herders');
    await settled(board);
    const astray = comment({ thread, about: { type: 'actor', id: other } });
    expect(await amira.send(here.spaceId, astray)).toEqual({ accepted: false, reason: 'gone' });
  });

  it('calls upon members, and on nobody else', async () => {
    const bilal = await here.openCommander(await here.join('Bilal'));
    const stranger = await here.stranger();
    const ids = await Promise.all([idOf(here.lead), idOf(stranger)]);
    const heard = amira.hears('mentioned');
    await bilal.send(here.spaceId, comment({ mentions: [...ids, 'nobody'] }));
    expect(await heard).toMatchObject({ spaceId: here.spaceId, by: 'Bilal' });
    expect((await ledger()).of('comment')[0]?.mentions).toEqual([ids[0]]);
  });
});
