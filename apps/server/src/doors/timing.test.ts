import { documentKinds, doors, type DoorName } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveSocket } from '../testing/live-socket.ts';
import { openHouse, openPlace, type House, type Insider } from '../testing/place.ts';
import { makeSpace } from '../testing/test-parley.ts';
import { upgradeAnswer } from '../testing/upgrade.ts';
import { askAt, asks } from './asks.ts';

/*
 * A caucus that is closed to the asker and a space that is not there cannot be told apart by how long
 * the answer takes (R1). What somebody could measure over a network is far coarser than what is asked
 * for here; the medians of many requests in turn may differ by no more than half.
 */
let house: House;
let caucus: string;
/** Of the same process, and as high in it as can be. */
let member: Insider['visitor'];
beforeAll(async () => {
  house = await openHouse();
  member = (await house.join('lead', 'edit')).visitor;
  caucus = await makeSpace(house.founder, house.processId, 'Caucus of the north');
});
afterAll(() => house.parley.end());

const pairs = 100;
const widest = 1.5;

type Asking = () => Promise<unknown>;

/** How many times as long the slower of two takes, by the medians of requests in turn. */
async function ratio(one: Asking, other: Asking): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let n = 0; n < pairs; n += 1) {
    const inTurn = [
      [one, times[0]],
      [other, times[1]],
    ] as const;
    // Neither of them always comes after the other.
    for (const [asking, taken] of n % 2 === 0 ? inTurn : inTurn.toReversed()) {
      const from = performance.now();
      await asking();
      taken.push(performance.now() - from);
    }
  }
  const quotient = median(times[0]) / median(times[1]);
  return Math.max(quotient, 1 / quotient);
}

const median = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

/** Times that it is tried where the machine is busy with something else; a real difference stays in all. */
const tries = 4;

async function takeAsLong(one: Asking, other: Asking): Promise<void> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries && least >= widest; n += 1) {
    least = Math.min(least, await ratio(one, other));
  }
  expect(least).toBeLessThan(widest);
}

const inPlaces = (Object.keys(doors) as DoorName[]) // the keys of the table
  .filter((name) => 'act' in doors[name]);

describe('a closed space and one that is not there', () => {
  it.each(inPlaces)('take as long at %s', async (name) => {
    const inProcess = doors[name].needs === 'process';
    const elsewhere = inProcess || asks[name]?.ends === true;
    const place = elsewhere
      ? await openPlace(house.parley, house.founder)
      : { ...house, spaceId: caucus };
    const asker = elsewhere ? house.stranger : member;
    const { path, body } = await askAt(name, place);
    const verb = name.slice(0, name.indexOf(' '));
    const send = async (to: string) => {
      expect((await asker.send(verb, to, body)).status).toBe(404);
    };
    await takeAsLong(
      () => send(path),
      () =>
        send(
          path
            .replace(place.spaceId, crypto.randomUUID())
            .replace(place.processId, crypto.randomUUID()),
        ),
    );
  });

  it.each(documentKinds)('take as long to refuse the %s', async (kind) => {
    const { origin } = house.parley;
    const open = async (spaceId: string) => {
      const url = `${origin.replace('http', 'ws')}/sync/${spaceId}.${kind}`;
      expect(await upgradeAnswer(url, { cookie: member.cookie, origin })).toMatch(/^404 |4404/);
    };
    await takeAsLong(
      () => open(caucus),
      () => open(crypto.randomUUID()),
    );
  });

  it('take as long to refuse who would watch', async () => {
    const page = await openLiveSocket(house.parley.origin, member);
    const watch = async (spaceId: string) => {
      expect(await page.watch(spaceId)).toBe(false);
    };
    await takeAsLong(
      () => watch(caucus),
      () => watch(crypto.randomUUID()),
    );
    page.close();
  });
});
