import { commandActs, may, type Command, type CommandKind } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommander } from '../testing/commander.ts';
import { openLiveSocket } from '../testing/live-socket.ts';
import { openHouse, type House } from '../testing/place.ts';
import { upgradeAnswer } from '../testing/upgrade.ts';
import type { Visitor } from '../testing/visitor.ts';

/*
 * What pages ask for over socket.io × everybody who may ask gives exactly what the table of rights says.
 */
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.parley.end());

const none = 'AAAAAAAAAAAAAAAAAAAAA';

const engagement = {
  ...{ actor: none, date: '2026-11-20', team: [], channel: 'phone', said: 'They wait.' },
  ...{ next: null, handling: 'stays-here' },
};

const intervention = {
  ...{ of: 'training', what: 'Two days on negotiating', purpose: '', reach: 'all' },
  ...{ parties: [none], risks: [], judgedBy: '' },
};

/**
 * One command of each kind. What it is about is not there: who may send it is told that, and who may
 * not is refused before. A kind without a line here does not compile.
 */
const commands: { readonly [Kind in CommandKind]: Extract<Command, { kind: Kind }> } = {
  comment: {
    kind: 'comment',
    about: { type: 'actor', id: none },
    text: 'Who speaks for them?',
    thread: null,
    mentions: [],
  },
  'resolve-thread': { kind: 'resolve-thread', thread: none },
  'reopen-thread': { kind: 'reopen-thread', thread: none },
  'open-vote': {
    kind: 'open-vote',
    question: 'Where next?',
    options: ['Here', 'There'],
    dots: 1,
    secret: false,
  },
  'cast-ballot': { kind: 'cast-ballot', vote: none, dots: [1, 0] },
  'close-vote': { kind: 'close-vote', vote: none },
  'record-decision': {
    kind: 'record-decision',
    type: 'other',
    what: 'To meet again',
    principle: '',
    alternatives: '',
    consulted: '',
    decidedBy: 'All',
    date: '2026-11-22',
  },
  'observe-decision': {
    ...{ kind: 'observe-decision', decision: none, party: none, cost: -1 },
    ...{ evidence: 'Nobody called back', on: '2026-11-22' },
  },
  'withdraw-decision': { kind: 'withdraw-decision', decision: none, why: 'Recorded twice' },
  'change-stage': {
    kind: 'change-stage',
    participants: [none],
    to: 'invited',
    reason: '',
    exclusion: null,
  },
  assess: {
    kind: 'assess',
    ...{ subject: none, of: 'structural', level: 2, confidence: 'low', basis: 'observed' },
    ...{ rationale: '', alternative: '', asOf: '2026-11-22' },
  },
  'log-engagement': { kind: 'log-engagement', ...engagement },
  'correct-engagement': { kind: 'correct-engagement', engagement: none, ...engagement },
  'finish-next-step': { kind: 'finish-next-step', engagement: none, done: true },
  'propose-actor': { kind: 'propose-actor', name: 'Somebody', why: '' },
  'settle-proposal': { kind: 'settle-proposal', proposal: none, outcome: 'open', actor: null },
  'state-convening': {
    kind: 'state-convening',
    ...{ convener: none, party: 'BBBBBBBBBBBBBBBBBBBBB', source: 'hard', relationshipValued: 1 },
    ...{ access: 4, influence: 1, rationale: '', asOf: '2026-11-22' },
  },
  'open-round': {
    kind: 'open-round',
    ...{ title: '', subjects: [none], kinds: ['structural'], assessors: null },
    ...{ closesAt: null, asOf: '2026-11-22', follows: null },
  },
  rate: {
    kind: 'rate',
    ...{ round: none, subject: none, of: 'structural', level: 2, confidence: 'low' },
    ...{ basis: 'observed', rationale: '', alternative: '' },
  },
  'finish-rating': { kind: 'finish-rating', round: none, finished: true },
  'reveal-round': { kind: 'reveal-round', round: none },
  'cancel-round': { kind: 'cancel-round', round: none },
  'record-attendance': {
    ...{ kind: 'record-attendance', block: none, participants: [none], came: true },
  },
  'record-speaking-time': {
    kind: 'record-speaking-time',
    ...{ block: none, participant: none, seconds: 60, source: 'timed' },
  },
  'record-invitation': {
    kind: 'record-invitation',
    ...{ participants: [none], on: '2026-11-20', channel: 'letter', language: 'ar' },
  },
  'record-reply': {
    ...{ kind: 'record-reply', participants: [none], reply: 'accepts', on: '2026-11-20', said: '' },
  },
  'lock-criteria': {
    ...{ kind: 'lock-criteria', criteria: [{ id: none, label: 'Trust', description: '' }] },
  },
  'unlock-criteria': { kind: 'unlock-criteria', lock: none, reason: 'Something was forgotten' },
  'open-screening': {
    kind: 'open-screening',
    ...{ title: '', participants: [none], screeners: [none, 'BBBBBBBBBBBBBBBBBBBBB'] },
  },
  score: {
    ...{ kind: 'score', screening: none, participant: none, criterion: none, score: 2, note: '' },
  },
  'finish-scoring': { kind: 'finish-scoring', screening: none, finished: true },
  'reveal-screening': { kind: 'reveal-screening', screening: none },
  'cancel-screening': { kind: 'cancel-screening', screening: none },
  'note-screening': {
    ...{ kind: 'note-screening', screening: none, participant: none, text: 'Seen twice' },
  },
  'propose-item': { kind: 'propose-item', item: 'The sluices', why: '', proposedBy: null },
  'answer-item': { kind: 'answer-item', item: none, party: none, answer: 'accept', said: '' },
  'settle-item': {
    ...{ kind: 'settle-item', item: none, how: 'withdrawn', block: null, into: null },
    ...{ why: '', decided: '' },
  },
  'order-items': { kind: 'order-items', order: 'by-lot' },
  'accept-check': { kind: 'accept-check', check: 'overrun 1k8z', reason: 'They stay for dinner' },
  'reopen-check': { kind: 'reopen-check', check: 'overrun 1k8z' },
  'plan-intervention': { kind: 'plan-intervention', ...intervention },
  'correct-intervention': { kind: 'correct-intervention', intervention: none, ...intervention },
  'record-intervention-step': {
    ...{ kind: 'record-intervention-step', intervention: none, parties: [none] },
    ...{ step: 'offered', on: '2026-11-20', note: '', evidence: '' },
  },
  'strike-intervention-step': { kind: 'strike-intervention-step', step: none },
  'answer-fundamental': {
    ...{ kind: 'answer-fundamental', key: 'quiet/fishers', text: 'Soon' },
    ...{ setAside: false, basis: '' },
  },
};

// The keys of the table.
const kinds = Object.keys(commands) as CommandKind[];

async function outcome(visitor: Visitor, spaceId: string, kind: CommandKind): Promise<string> {
  const page = await openCommander(house.parley, visitor);
  try {
    const answer = await page.send(spaceId, commands[kind]);
    if (answer.accepted) return 'comes in';
    return answer.reason === 'not-allowed' ? JSON.stringify(answer) : 'comes in';
  } finally {
    page.close();
  }
}

const refused = JSON.stringify({ accepted: false, reason: 'not-allowed' });

describe.each(kinds)('the command %s', (kind) => {
  it('asks of each member what the table says', async () => {
    for (const { role, capability, visitor } of house.insiders) {
      const due = may(commandActs[kind], role, capability) ? 'comes in' : refused;
      const told = await outcome(visitor, house.spaceId, kind);
      expect([role, capability, told]).toEqual([role, capability, due]);
    }
  });

  it('is refused to strangers as in a space that is not there', async () => {
    expect(await outcome(house.stranger, house.spaceId, kind)).toBe(refused);
    expect(await outcome(house.stranger, crypto.randomUUID(), kind)).toBe(refused);
  });
});

describe('a live page', () => {
  it('hears of a space that its person may open, and of no other', async () => {
    const told: boolean[] = [];
    for (const visitor of [house.stranger, ...house.insiders.map((one) => one.visitor)]) {
      const page = await openLiveSocket(house.parley.origin, visitor);
      const toldOf: unknown[] = [];
      page.socket.on('whereabouts', (whereabouts) => toldOf.push(whereabouts));
      told.push(await page.watch(house.spaceId));
      expect(await page.watch(crypto.randomUUID())).toBe(false);
      if (visitor === house.stranger) expect(toldOf).toEqual([]);
      page.close();
    }
    expect(told).toEqual([false, ...house.insiders.map(() => true)]);
  });

  const at = () =>
    `${house.parley.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;

  it.each([['another site'], ['null'], [undefined]])('does not open from %s', async (who) => {
    const origin = who === 'another site' ? 'https://evil.example' : who;
    const { cookie } = house.founder;
    expect(await upgradeAnswer(at(), { cookie, origin })).toMatch(/^40[03] .*wrong-origin/);
  });

  it.each(['https://evil.example', 'null'])('is not begun by polling from %s', async (origin) => {
    const begun = '/socket.io/?EIO=4&transport=polling';
    const ours = await house.founder.get(begun);
    expect([ours.status, ours.text]).toEqual([200, expect.stringContaining('"sid"')]);
    const theirs = await house.founder.send('GET', begun, undefined, { origin });
    expect(theirs.status).toBe(403);
    expect(theirs.text).not.toContain('sid');
    expect(theirs.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('does not open to nobody', async () => {
    const { origin } = house.parley;
    expect(await upgradeAnswer(at(), { origin })).toMatch(/^40[013] .*no-session/);
  });
});
