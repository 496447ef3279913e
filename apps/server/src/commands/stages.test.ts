import type { Command, CommandAnswer } from '@parley/contracts';
import { Board, newId } from '@parley/model';
import { LedgerReader } from '@parley/model/ledger';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openCommander, type Commander } from '../testing/commander.ts';
import { openLedger, type OpenBoard } from '../testing/open-board.ts';
import { startProgram } from '../testing/program.ts';
import { riverTalks } from '../testing/river-talks.ts';
import { makeProcess, teamOf } from '../testing/test-parley.ts';
import { Visitor } from '../testing/visitor.ts';

const here = riverTalks();
let amira: Commander;
let board: OpenBoard;

beforeEach(async () => {
  amira = await here.openCommander();
  board = await here.openBoard();
});

async function people(...pseudonyms: string[]): Promise<readonly string[]> {
  const made = new Board(board.doc).createAll(
    'participant',
    pseudonyms.map((pseudonym) => ({ pseudonym })),
  );
  if (!made.ok) throw new Error('Nobody was made');
  const other = await here.openBoard();
  await expect
    .poll(() => new Board(other.doc).list('participant').length)
    .toBeGreaterThanOrEqual(pseudonyms.length);
  return made.value;
}

async function changes() {
  const document = await here.openLedger();
  return new LedgerReader(document.doc).of('stage-change');
}

const change = (participants: readonly string[], to: string, said: object = {}): Command => ({
  kind: 'change-stage',
  ...{ participants: [...participants], to, reason: '', exclusion: null, ...said },
}); // some of these are to be refused

const stageOf = (id: string) => new Board(board.doc).get('participant', id)?.stage;
const exclusion = { takes: 'A say on the dam', offers: 'Written questions' };

describe('a change of stage', () => {
  it('is on record with who, when, from where and why, and shows on the board', async () => {
    const [first = '', second = ''] = await people('U-01', 'U-02');
    const answer = await amira.send(here.spaceId, change([first, second], 'invited'));
    expect(answer).toMatchObject({ accepted: true });
    await expect.poll(() => [first, second].map(stageOf)).toEqual(['invited', 'invited']);
    await amira.send(here.spaceId, change([first], 'declined', { reason: 'Unsafe to travel' }));
    await expect.poll(() => stageOf(first)).toBe('declined');
    const [, , last] = await changes();
    expect(last).toMatchObject({
      participant: first,
      from: 'invited',
      to: 'declined',
      reason: 'Unsafe to travel',
      by: { name: 'Amira' },
    });
  });

  it('names who comes in the place of one who withdrew, and takes nobody else for that', async () => {
    const [first = '', second = '', third = ''] = await people('U-01', 'U-02', 'U-03');
    const invalid = { accepted: false, reason: 'invalid', fields: ['replacedBy'] };
    const withdrawn = (whom: readonly string[], replacedBy: string) =>
      amira.send(here.spaceId, change(whom, 'withdrawn', { reason: 'Called home', replacedBy }));
    expect(await withdrawn([first], newId())).toEqual(invalid);
    expect(await withdrawn([first], first)).toEqual(invalid);
    expect(await withdrawn([first, second], third)).toEqual(invalid);
    await amira.send(here.spaceId, change([first], 'confirmed', { replacedBy: third }));
    expect(await withdrawn([first], second)).toMatchObject({ accepted: true });
    expect(await changes()).toMatchObject([
      { participant: first, to: 'confirmed' },
      { participant: first, to: 'withdrawn', replacedBy: second },
      { participant: second, from: 'longlisted', to: 'confirmed', reason: '' },
    ]);
    expect((await changes())[0]).not.toHaveProperty('replacedBy');
    await expect.poll(() => [first, second].map(stageOf)).toEqual(['withdrawn', 'confirmed']);
    // Who had left before leaves no place.
    expect(await withdrawn([first], third)).toMatchObject({ accepted: true });
    expect(await changes()).toHaveLength(4);
  });

  it('may name the day since which it is so, and no day to come', async () => {
    const [first = ''] = await people('U-01');
    const on = (day: string) => amira.send(here.spaceId, change([first], 'confirmed', { on: day }));
    expect(await on('2999-01-01')).toEqual({ accepted: false, reason: 'invalid', fields: ['on'] });
    expect(await on('2020-08-32')).toMatchObject({ accepted: false, reason: 'invalid' });
    expect(await on('2020-03-27')).toMatchObject({ accepted: true });
    expect(await changes()).toMatchObject([{ participant: first, on: '2020-03-27' }]);
  });

  it('asks an exclusion for its two answers, and a refusal for its reason', async () => {
    const [person = ''] = await people('U-01');
    const invalid = (field: string) => ({ accepted: false, reason: 'invalid', fields: [field] });
    expect(await amira.send(here.spaceId, change([person], 'excluded'))).toEqual(
      invalid('exclusion'),
    );
    const half = { exclusion: { takes: 'A say', offers: ' ' } };
    expect(await amira.send(here.spaceId, change([person], 'excluded', half))).toEqual(
      invalid('exclusion.offers'),
    );
    expect(await amira.send(here.spaceId, change([person], 'withdrawn'))).toEqual(
      invalid('reason'),
    );
    expect(await amira.send(here.spaceId, change([person], 'crowned'))).toEqual(invalid('to'));
    expect(await changes()).toEqual([]);
    const said = await amira.send(here.spaceId, change([person], 'excluded', { exclusion }));
    expect(said).toMatchObject({ accepted: true });
    expect((await changes())[0]?.exclusion).toEqual(exclusion);
  });

  it('of somebody who is not on the list changes nobody', async () => {
    const [person = ''] = await people('U-01');
    const answer = await amira.send(here.spaceId, change([person, 'unknown'], 'invited'));
    expect(answer).toEqual({ accepted: false, reason: 'gone' });
    expect(await changes()).toEqual([]);
    expect(stageOf(person)).toBe('longlisted');
  });

  it('that is repeated late does not undo what came after it', async () => {
    const [person = ''] = await people('U-01');
    const id = newId();
    await amira.send(here.spaceId, change([person], 'invited'), id);
    await amira.send(here.spaceId, change([person], 'confirmed'));
    await amira.send(here.spaceId, change([person], 'invited'), id);
    await expect.poll(() => stageOf(person)).toBe('confirmed');
    expect(await changes()).toHaveLength(2);
  });

  it('that stopped between record and list is healed by being sent again', async () => {
    const [person = ''] = await people('U-01');
    const id = newId();
    await amira.send(here.spaceId, change([person], 'invited'), id);
    await expect.poll(() => stageOf(person)).toBe('invited');
    // As if the server had stopped before the list was written.
    new Board(board.doc).change('participant', person, { stage: 'longlisted' });
    const other = await here.openBoard();
    await expect
      .poll(() => new Board(other.doc).get('participant', person)?.stage)
      .toBe('longlisted');
    await amira.send(here.spaceId, change([person], 'invited'), id);
    await expect.poll(() => stageOf(person)).toBe('invited');
    expect(await changes()).toHaveLength(1);
  });

  it('is not for who may only contribute', async () => {
    const [person = ''] = await people('U-01');
    const bilal = await here.openCommander(await here.join('Bilal'));
    expect(await bilal.send(here.spaceId, change([person], 'invited'))).toEqual({
      accepted: false,
      reason: 'not-allowed',
    });
  });
});

describe('a server that is killed', () => {
  it('has every command that it answered, and makes one entry of one that is sent again', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'parley-server-'));
    const start = async (port = '0') => {
      const program = startProgram(new URL('../testing/run-plain.ts', import.meta.url), {
        PORT: port,
        PARLEY_DATA_DIR: directory,
      });
      return { program, origin: await program.says(/ready: (http:\/\/\S+)/) };
    };
    let { program, origin } = await start();
    const secret = await program.says(/set-up#([\w-]{43})$/m);
    const visitor = new Visitor(origin);
    const parleyHere = { origin };
    await visitor.post('/api/set-up', {
      ...{ secret, name: 'Amira', email: 'amira@example.org' },
      password: 'a long enough password',
    });
    const space = teamOf(await makeProcess(visitor));
    const id = newId();
    const vote = { question: 'Where?', options: ['A', 'B'], dots: 1, secret: false };
    const command: Command = { kind: 'open-vote', ...vote };
    const answers: CommandAnswer[] = [];
    try {
      for (let round = 0; round < 2; round += 1) {
        const page = await openCommander(parleyHere, visitor);
        answers.push(await page.send(space, { ...command, question: `Round ${round}` }));
        // Nobody hears the answer to this one: the server ends while it is under way.
        page.throwIn(space, command, id);
        program.child.kill('SIGKILL');
        await program.ended;
        page.close();
        ({ program, origin } = await start(new URL(origin).port));
      }
      const page = await openCommander(parleyHere, visitor);
      answers.push(await page.send(space, command, id), await page.send(space, command, id));
      page.close();
      expect(answers.every(({ accepted }) => accepted)).toBe(true);
      expect(answers.at(-1)).toEqual(answers.at(-2));
      const document = await openLedger(parleyHere, visitor, space);
      const questions = new LedgerReader(document.doc)
        .of('vote-opened')
        .map(({ question }) => question);
      document.close();
      expect(questions.toSorted()).toEqual(['Round 0', 'Round 1', 'Where?']);
    } finally {
      program.child.kill('SIGKILL');
      await program.ended;
      await rm(directory, { recursive: true, force: true });
    }
  }, 180_000);
});
