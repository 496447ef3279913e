import { boardDocumentId, documentKinds, ledgerDocumentId, may } from '@parley/contracts';
import { Board } from '@parley/model';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBoard, openLedger, type OpenBoard } from '../testing/open-board.ts';
import { openHouse, type House, type Insider } from '../testing/place.ts';
import { upgradeAnswer } from '../testing/upgrade.ts';
import type { Visitor } from '../testing/visitor.ts';

/*
 * Both documents of a space × everybody who may ask for them: opening, writing and being seen give
 * exactly what the table of rights says.
 */
let house: House;
const opened: OpenBoard[] = [];
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});
afterAll(() => house.parley.end());

const openers = { board: openBoard, ledger: openLedger };
const idsOf = { board: boardDocumentId, ledger: ledgerDocumentId };

async function open(visitor: Visitor, kind: keyof typeof openers): Promise<OpenBoard> {
  const document = await openers[kind](house.parley, visitor, house.spaceId);
  opened.push(document);
  return document;
}

const nameOf = ({ role, capability }: Insider) => `${role} who may ${capability}`;
const actors = ({ doc }: OpenBoard) => new Board(doc).list('actor').map(({ name }) => name);

describe.each(documentKinds)('the %s of a space', (kind) => {
  it('opens to every member who may open the space', async () => {
    for (const { visitor, role, capability } of house.insiders) {
      expect(may('open', role, capability)).toBe(true);
      expect((await open(visitor, kind)).provider.synced).toBe(true);
    }
  });

  it('answers strangers as one that is not there, and says nothing to nobody', async () => {
    const at = (id: string) => `${house.parley.origin.replace('http', 'ws')}/sync/${id}`;
    const { origin } = house.parley;
    const closed = at(idsOf[kind](house.spaceId));
    const absent = at(idsOf[kind](crypto.randomUUID()));
    const { cookie } = house.stranger;
    const told = await upgradeAnswer(closed, { cookie, origin });
    expect(told).toBe(await upgradeAnswer(absent, { cookie, origin }));
    expect(told).toMatch(/^404 |4404/);
    const toNobody = await upgradeAnswer(closed, { origin });
    expect(toNobody).toBe(await upgradeAnswer(absent, { origin }));
    expect(toNobody).toMatch(/^401 /);
  });

  it('is written by those whom the table lets, and by nobody else', async () => {
    const seen = await open(house.founder, 'board');
    const written: string[] = [];
    for (const insider of house.insiders) {
      const name = `by ${kind} ${nameOf(insider)}`;
      const document = await open(insider.visitor, kind);
      const closed = new Promise<{ code: number } | null>((resolve) =>
        document.provider.once('connection-close', resolve),
      );
      new Board(document.doc).create('actor', { name });
      if (kind === 'board' && may('edit', insider.role, insider.capability)) {
        await expect.poll(() => actors(seen)).toContain(name);
        written.push(name);
      } else {
        expect([nameOf(insider), (await closed)?.code]).toEqual([nameOf(insider), 4403]);
      }
      document.close();
    }
    const stands = actors(await open(house.founder, kind));
    expect(stands.toSorted()).toEqual(written.toSorted());
  });
});

describe('who somebody is on a board', () => {
  it('is what the session says, whatever the page claims (R9)', async () => {
    const seen = await open(house.founder, 'board');
    for (const insider of house.insiders) {
      const { doc, provider } = await open(insider.visitor, 'board');
      const forged = { id: 'founder', name: 'Amira', role: 'lead', color: 0 };
      provider.awareness.setLocalState({ user: forged, board: 'actors', admin: true });
      const stamped = { name: nameOf(insider), role: insider.role };
      await expect
        .poll(() => seen.provider.awareness.getStates().get(doc.clientID)?.user as unknown)
        .toMatchObject(stamped);
      const told = seen.provider.awareness.getStates().get(doc.clientID)?.user as { id: string };
      expect(told.id).not.toBe('founder');
    }
  });
});
