import { doors, may, paths, usualCapability, type DoorName } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, openPlace, type House, type Insider, type Place } from '../testing/place.ts';
import type { Answer, Visitor } from '../testing/visitor.ts';
import { askAt, asks } from './asks.ts';

/*
 * Every HTTP door × everybody who may knock gives exactly what the table says (contracts, doors.ts and
 * rights.ts). A new row of the table is a new test.
 */
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.parley.end());

// The keys of the table.
const names = Object.keys(doors) as DoorName[];
const free: readonly string[] = ['nothing', 'session', 'account'];
const inPlaces = names.filter((name) => !free.includes(doors[name].needs));

const outcomes = ['comes in', 'no-session', 'not-found', 'not-allowed'] as const;
type Outcome = (typeof outcomes)[number];

/** What the table says about a member of the place. */
function due(name: DoorName, { role, capability }: Insider): Outcome {
  const door = doors[name];
  switch (door.needs) {
    case 'nothing':
    case 'session':
      return 'comes in';
    case 'account':
      return 'not-allowed'; // Who comes by an invitation is a guest.
    case 'space':
    case 'ended-space':
    case 'process':
      return may(door.act, role, capability) ? 'comes in' : 'not-allowed';
  }
}

const dueToNobody = (name: DoorName): Outcome =>
  doors[name].needs === 'nothing' ? 'comes in' : 'no-session';

function dueToStranger(name: DoorName): Outcome {
  if (doors[name].needs === 'account') return 'not-allowed';
  return inPlaces.includes(name) ? 'not-found' : 'comes in';
}

const verbOf = (name: DoorName): string => name.slice(0, name.indexOf(' '));

async function outcome(name: DoorName, place: Place, visitor: Visitor): Promise<string> {
  const { path, body, status } = await askAt(name, place);
  const answer = await visitor.send(verbOf(name), path, body);
  if (answer.status < 300 || answer.status === status) return 'comes in';
  const refused = outcomes.find((word) => answer.text === JSON.stringify({ error: word }));
  return refused ?? `${answer.status} ${answer.text}`;
}

const endsAt = (name: DoorName): boolean => asks[name]?.ends ?? false;

/** Where to knock: what a request ends is not there for the next one. */
const placeFor = async (name: DoorName): Promise<Place> =>
  endsAt(name) ? openPlace(house.parley, house.founder) : house;

describe.each(names)('%s', (name) => {
  const ends = endsAt(name);
  const place = () => placeFor(name);

  it('asks of each member what the table says', async () => {
    // What asks nothing knows no members either: one of each role, as failures are counted there.
    const askers = house.insiders.filter(
      ({ role, capability }) =>
        doors[name].needs !== 'nothing' || capability === usualCapability[role],
    );
    const told: Record<string, string> = {};
    const wanted: Record<string, Outcome> = {};
    for (const insider of askers) {
      const { role, capability } = insider;
      const here = await place();
      const { visitor } = ends ? await here.join(role, capability) : insider;
      told[`${role} who may ${capability}`] = await outcome(name, here, visitor);
      wanted[`${role} who may ${capability}`] = due(name, insider);
    }
    expect(told).toEqual(wanted);
  });

  it('is to strangers and to nobody what the table says', async () => {
    const here = await place();
    const elsewhere = await (await openPlace(house.parley, house.founder)).join('lead', 'edit');
    expect({
      stranger: await outcome(name, here, elsewhere.visitor),
      nobody: await outcome(name, here, house.parley.visitor()),
    }).toEqual({ stranger: dueToStranger(name), nobody: dueToNobody(name) });
  });
});

describe('a door for accounts', () => {
  it.each(names.filter((name) => doors[name].needs === 'account'))(
    'opens %s to one',
    async (name) => {
      expect(await outcome(name, house, house.founder)).toBe('comes in');
    },
  );
});

describe('a place that is closed and one that is not there', () => {
  it.each(inPlaces)('answer %s with the same bytes', async (name) => {
    const place = await placeFor(name);
    const { path, body } = await askAt(name, place);
    const unknown = path
      .replace(place.spaceId, crypto.randomUUID())
      .replace(place.processId, crypto.randomUUID());
    expect(unknown).not.toBe(path);
    const closed = await house.stranger.send(verbOf(name), path, body);
    const absent = await house.stranger.send(verbOf(name), unknown, body);
    expect(whole(closed)).toEqual(whole(absent));
    expect(closed.status).toBe(404);
  });

  /** All that came back, but for the moment when it did. */
  const whole = ({ status, text, headers }: Answer) => ({
    status,
    text,
    headers: [...headers].filter(([field]) => field !== 'date'),
  });
});

describe('a refused request', () => {
  it('changes nothing', async () => {
    const shut = inPlaces.filter((name) => !endsAt(name));
    // Made ready first: what a request is about is itself a change.
    const requests = await Promise.all(
      shut.map(async (name) => ({ verb: verbOf(name), ...(await askAt(name, house)) })),
    );
    const before = await seen();
    for (const { verb, path, body } of requests) await house.stranger.send(verb, path, body);
    expect(await seen()).toEqual(before);
  });

  const seen = async () => (await house.founder.get(paths.space(house.spaceId))).text;
});
