import { paths, type Command, type CommandAnswer } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { LedgerReader } from '@parley/model/ledger';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openCommander, type Commander } from '../testing/commander.ts';
import { openBoard, openLedger, type OpenBoard } from '../testing/open-board.ts';
import {
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import type { Visitor } from '../testing/visitor.ts';

let parley: TestParley;
let lead: Visitor;
let spaceId: string;
let amira: Commander;
let actor: string;
const open: { close(): void }[] = [];

beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
beforeEach(async () => {
  spaceId = teamOf(await makeProcess(lead));
  amira = await command(lead);
  const board = await openDocument(openBoard, lead);
  actor = create(board, 'Fishers');
  await settled(board);
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(() => parley.end());

async function command(visitor: Visitor): Promise<Commander> {
  const commander = await openCommander(parley, visitor);
  open.push(commander);
  return commander;
}

async function openDocument(opens: typeof openBoard, visitor: Visitor): Promise<OpenBoard> {
  const document = await opens(parley, visitor, spaceId);
  open.push(document);
  return document;
}

function create({ doc }: OpenBoard, name: string): string {
  const created = new Board(doc).create('actor', { name });
  if (!created.ok) throw new Error('No actor');
  return created.value;
}

/** Resolves once the server has what this page wrote: another page that opens then has it too. */
async function settled(board: OpenBoard): Promise<void> {
  const wanted = new Board(board.doc).list('actor').length;
  const other = await openDocument(openBoard, lead);
  await expect.poll(() => new Board(other.doc).list('actor').length).toBe(wanted);
}

async function ledger(visitor = lead): Promise<LedgerReader> {
  return new LedgerReader((await openDocument(openLedger, visitor)).doc);
}

const comment = (fields: Partial<Extract<Command, { kind: 'comment' }>> = {}): Command => ({
  kind: 'comment',
  about: { type: 'actor', id: actor },
  text: 'Who speaks for them?',
  thread: null,
  mentions: [],
  ...fields,
});

const entryOf = (answer: CommandAnswer): string => {
  if (!answer.accepted) throw new Error(`Refused: ${answer.reason}`);
  return answer.entry;
};

describe('a command', () => {
  it('writes an entry with the author and time that the server knows', async () => {
    const before = Date.now();
    const entry = entryOf(await amira.send(spaceId, comment()));
    const [written] = (await ledger()).of('comment');
    expect(written).toMatchObject({ id: entry, number: 1, text: 'Who speaks for them?' });
    expect(written?.by?.name).toBe('Amira');
    expect(written?.at).toBeGreaterThanOrEqual(before);
    expect(written?.at).toBeLessThanOrEqual(Date.now());
  });

  it('sent again with its id is done once and answered as before', async () => {
    const id = newId();
    const entry = entryOf(await amira.send(spaceId, comment(), id));
    const other = await command(lead);
    const answers = await Promise.all([
      amira.send(spaceId, comment(), id),
      other.send(spaceId, comment(), id),
      other.send(spaceId, comment({ text: 'Something else' }), id),
    ]);
    expect(answers.map(entryOf)).toEqual([entry, entry, entry]);
    const entries = (await ledger()).of('comment');
    expect(entries).toHaveLength(1);
    expect(entries[0]?.text).toBe('Who speaks for them?');
  });

  it('of one person is not that of another with the same id', async () => {
    const bilal = await command(await joinAsGuest(parley, lead, spaceId, 'Bilal'));
    const id = newId();
    const first = entryOf(await amira.send(spaceId, comment(), id));
    expect(entryOf(await bilal.send(spaceId, comment(), id))).not.toBe(first);
  });

  it('cannot name its author, in no field', async () => {
    const forged = { ...comment(), by: { person: 'x', name: 'Somebody' } };
    const answer = await amira.sendRaw({ id: newId(), spaceId, command: forged });
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
      const page = await openDocument(openLedger, lead);
      const closed = new Promise((resolve) =>
        page.provider.once('connection-close', (event) => resolve(event?.code)),
      );
      page.doc.getMap(root).set(newId(), { kind: 'comment', by: { name: 'Somebody' } });
      expect(await closed).toBe(code);
      const { doc } = await openDocument(openLedger, lead);
      expect(doc.getMap(root).size).toBe(0);
    },
  );

  it('is refused to who may only read, and what needs editing to who may contribute', async () => {
    const reader = await command(
      await joinAsGuest(parley, lead, spaceId, 'Observer', { capability: 'read' }),
    );
    const bilal = await command(await joinAsGuest(parley, lead, spaceId, 'Bilal'));
    const notAllowed = { accepted: false, reason: 'not-allowed' };
    expect(await reader.send(spaceId, comment())).toEqual(notAllowed);
    expect(await bilal.send(spaceId, comment())).toMatchObject({ accepted: true });
    const vote = { question: 'Where?', options: ['A', 'B'], dots: 1, secret: true };
    expect(await bilal.send(spaceId, { kind: 'open-vote', ...vote })).toEqual(notAllowed);
  });

  it('gets the same refusal for a space that is not there and one that is closed (P3)', async () => {
    const bilal = await command(await joinAsGuest(parley, lead, spaceId, 'Bilal'));
    const other = teamOf(await makeProcess(lead, 'Another'));
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
    expect(await amira.send(spaceId, comment())).toMatchObject({ accepted: true });
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
    const answer = await amira.send(spaceId, comment(fields));
    expect(answer).toEqual({ accepted: false, reason: 'invalid', fields: [field] });
  });

  it('about what is not there is refused as gone', async () => {
    const gone = { accepted: false, reason: 'gone' };
    expect(await amira.send(spaceId, comment({ about: { type: 'actor', id: 'unknown' } }))).toEqual(
      gone,
    );
    expect(await amira.send(spaceId, comment({ thread: 'unknown' }))).toEqual(gone);
    for (const kind of ['resolve-thread', 'reopen-thread'] as const) {
      expect(await amira.send(spaceId, { kind, thread: 'unknown' })).toEqual(gone);
    }
    expect(await amira.send(spaceId, { kind: 'close-vote', vote: 'unknown' })).toEqual(gone);
    const ballot: Command = { kind: 'cast-ballot', vote: 'unknown', dots: [1, 0] };
    expect(await amira.send(spaceId, ballot)).toEqual(gone);
  });

  it('after too many others is to be sent again later', async () => {
    const eager = await command(await joinAsGuest(parley, lead, spaceId, 'Eager'));
    const answers = await Promise.all(
      Array.from({ length: 245 }, () => eager.send(spaceId, { kind: 'close-vote', vote: 'none' })),
    );
    expect(answers.at(-1)).toEqual({ accepted: false, reason: 'too-many' });
    expect(await amira.send(spaceId, comment())).toMatchObject({ accepted: true });
  });

  it('of a session that has ended is not carried out', async () => {
    const guest = await joinAsGuest(parley, lead, spaceId, 'Bilal');
    const bilal = await command(guest);
    await guest.post(paths.signOut);
    await expect(bilal.send(spaceId, comment())).rejects.toThrow();
    expect((await ledger()).of('comment')).toEqual([]);
  });

  it('survives a page that wants no answer, and one that leaves before it', async () => {
    const id = newId();
    const hasty = await command(lead);
    hasty.throwIn(spaceId, comment(), id);
    hasty.throwIn(spaceId, comment({ text: 'Another' }), newId());
    await expect.poll(async () => (await ledger()).of('comment').length).toBe(2);
    const gone = await command(lead);
    const lost = gone.send(spaceId, comment(), id).catch(() => null);
    gone.close();
    await lost;
    const again = await command(lead);
    await again.send(spaceId, comment(), id);
    expect((await ledger()).of('comment')).toHaveLength(2);
  });
});

describe('a thread', () => {
  it('has answers, is resolved and taken up again', async () => {
    const thread = entryOf(await amira.send(spaceId, comment()));
    const bilal = await command(await joinAsGuest(parley, lead, spaceId, 'Bilal'));
    await bilal.send(spaceId, comment({ thread, text: 'The council does.' }));
    await bilal.send(spaceId, { kind: 'resolve-thread', thread });
    await amira.send(spaceId, { kind: 'reopen-thread', thread });
    const reader = await ledger();
    expect(reader.of('comment').map(({ by }) => by?.name)).toEqual(['Amira', 'Bilal']);
    expect(reader.of('thread-state').map(({ resolved }) => resolved)).toEqual([true, false]);
  });

  it('takes no answer that is about something else', async () => {
    const thread = entryOf(await amira.send(spaceId, comment()));
    const board = await openDocument(openBoard, lead);
    const other = create(board, 'Herders');
    await settled(board);
    const astray = comment({ thread, about: { type: 'actor', id: other } });
    expect(await amira.send(spaceId, astray)).toEqual({ accepted: false, reason: 'gone' });
  });

  it('calls upon members, and on nobody else', async () => {
    const bilal = await command(await joinAsGuest(parley, lead, spaceId, 'Bilal'));
    const stranger = await joinAsGuest(
      parley,
      lead,
      teamOf(await makeProcess(lead, 'Another')),
      'Stranger',
    );
    const ids = await Promise.all([idOf(lead), idOf(stranger)]);
    const heard = amira.hears('mentioned');
    await bilal.send(spaceId, comment({ mentions: [...ids, 'nobody'] }));
    expect(await heard).toMatchObject({ spaceId, by: 'Bilal' });
    expect((await ledger()).of('comment')[0]?.mentions).toEqual([ids[0]]);
  });
});

async function idOf(visitor: Visitor): Promise<string> {
  const { body } = await visitor.get(paths.session);
  return (body as { person: { id: string } }).person.id;
}
