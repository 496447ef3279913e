import {
  AuditAnswer,
  SessionAnswer,
  boardDocumentId,
  exportables,
  may,
  paths,
} from '@parley/contracts';
import { columnsInUse, writeParticipantsCsv } from '@parley/exchange';
import { Board } from '@parley/model';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBoard, type OpenBoard } from '../testing/open-board.ts';
import { openHouse, type House } from '../testing/place.ts';
import { upgradeAnswer } from '../testing/upgrade.ts';
import type { Visitor } from '../testing/visitor.ts';

/*
 * What can be taken away as a file × everybody who may ask. A file is written in the page, of what its
 * person has received, so it can hold nothing else; the trail is told, and hears only of members.
 */
let house: House;
let written: OpenBoard;
const pseudonym = 'North-14';
beforeAll(async () => {
  house = await openHouse();
  written = await openBoard(house.parley, house.founder, house.spaceId);
  new Board(written.doc).create('participant', { pseudonym });
});
afterAll(async () => {
  written.close();
  await house.parley.end();
});

const settings = { participantFields: [], attributes: {} };

/** The file of participants as the page of somebody makes it of the board that they hold. */
async function fileOf(visitor: Visitor): Promise<string> {
  const open = await openBoard(house.parley, visitor, house.spaceId);
  const people = new Board(open.doc).list('participant');
  open.close();
  return writeParticipantsCsv(people, { settings, actors: [], columns: columnsInUse(settings) });
}

const report = async (visitor: Visitor, spaceId: string, what: string) =>
  visitor.post(paths.exports(spaceId), { what });

/** Who has taken something away, as the trail of the space tells. */
async function toldOf(): Promise<readonly string[]> {
  const { body } = await house.founder.get(`${paths.spaceAudit(house.spaceId)}?group=exports`);
  return v.parse(AuditAnswer, body).entries.map(({ by }) => by);
}

describe.each(exportables)('the file of %s', (what) => {
  it('holds what its person may read, and the trail tells who took it', async () => {
    for (const { role, capability, visitor } of house.insiders) {
      expect(may('export', role, capability)).toBe(true);
      await expect.poll(() => fileOf(visitor)).toContain(pseudonym);
      expect((await report(visitor, house.spaceId, what)).status).toBe(204);
      const { person } = v.parse(SessionAnswer, (await visitor.get(paths.session)).body);
      expect((await toldOf())[0]).toBe(person.id);
    }
  });

  it('has nothing to be made of for strangers and for nobody, and the trail does not hear them', async () => {
    const before = await toldOf();
    for (const visitor of [house.stranger, house.nobody]) {
      const url = `${house.parley.origin.replace('http', 'ws')}/sync/${boardDocumentId(house.spaceId)}`;
      const { cookie } = visitor;
      const told = await upgradeAnswer(url, { cookie, origin: house.parley.origin });
      expect(told).toMatch(/^40[14] /);
      expect(told).not.toContain(Buffer.from(pseudonym).toString('base64').slice(0, -4));
      const answer = await report(visitor, house.spaceId, what);
      const absent = await report(visitor, crypto.randomUUID(), what);
      expect([answer.status, answer.text]).toEqual([absent.status, absent.text]);
    }
    expect(await toldOf()).toEqual(before);
  });
});
