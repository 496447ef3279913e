import { boardDocumentId, doors, paths, type DoorName } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, openPlace, type House } from '../testing/place.ts';
import { password } from '../testing/test-parley.ts';
import { upgradeAnswer } from '../testing/upgrade.ts';
import { askAt } from './asks.ts';

/*
 * A page of another site, opened in the browser of somebody who is signed in here, changes nothing
 * (CSRF), and a session that somebody else has put there is not taken on (fixation).
 */
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.parley.end());

// The keys of the table.
const changing = (Object.keys(doors) as DoorName[]).filter((name) => !name.startsWith('GET '));

const foreign: readonly (string | null)[] = [
  'https://evil.example',
  'http://localhost.evil.example',
  'null',
  '',
  null,
];
const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', null];

describe.each(changing)('%s', (name) => {
  const verb = name.slice(0, name.indexOf(' '));

  it('is refused to the page of another site, whatever it sends', async () => {
    const place = await openPlace(house.parley, house.founder);
    const { path, body } = await askAt(name, place);
    const before = (await house.founder.get(paths.processes)).text;
    for (const origin of foreign) {
      const answer = await house.founder.send(verb, path, body, { origin });
      expect([origin, answer.status, answer.body]).toEqual([origin, 403, { error: 'not-allowed' }]);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect((await house.founder.get(paths.processes)).text).toBe(before);
  });

  it('takes no form and no plain text, even from a page of ours', async () => {
    const place = await openPlace(house.parley, house.founder);
    const { path, body = {} } = await askAt(name, place);
    const before = (await house.founder.get(paths.processes)).text;
    for (const type of types) {
      const answer = await house.founder.send(verb, path, JSON.stringify(body), {
        'content-type': type,
      });
      expect([type, answer.status]).toEqual([type, 415]);
    }
    expect((await house.founder.get(paths.processes)).text).toBe(before);
  });
});

describe('a document', () => {
  it.each(['https://evil.example', 'null', undefined])('does not open from %s', async (origin) => {
    const documentId = boardDocumentId(house.spaceId);
    const url = `${house.parley.origin.replace('http', 'ws')}/sync/${documentId}`;
    const { cookie } = house.founder;
    expect(await upgradeAnswer(url, { cookie, origin })).toMatch(/^403 /);
  });
});

describe('a session that was put into a browser', () => {
  const planted = 'A'.repeat(43);
  const signIn = { email: 'amira@example.org', password };

  it('is not taken on by signing in', async () => {
    const names = (await house.parley.visitor().post(paths.signIn, signIn)).headers
      .getSetCookie()
      .map((cookie) => cookie.slice(0, cookie.indexOf('=')));
    expect(names).not.toEqual([]);
    const cookie = [...names, 'parley_guest'].map((name) => `${name}=${planted}`).join('; ');
    const visitor = house.parley.visitor();
    const answer = await visitor.send('POST', paths.signIn, signIn, { cookie });
    expect(answer.status).toBe(200);
    for (const given of answer.headers.getSetCookie()) expect(given).not.toContain(planted);
    expect((await visitor.send('GET', paths.session, undefined, { cookie })).status).toBe(401);
    expect((await visitor.get(paths.session)).status).toBe(200);
  });

  it('is not taken on by joining, and the one before ends', async () => {
    const place = await openPlace(house.parley, house.founder);
    const visitor = house.parley.visitor();
    const { path, body } = await askAt('POST /api/join', place);
    const answer = await visitor.send('POST', path, body, { cookie: `parley_guest=${planted}` });
    expect(answer.status).toBe(201);
    expect(visitor.cookie).not.toContain(planted);
    const cookie = `parley_guest=${planted}`;
    expect((await visitor.send('GET', paths.session, undefined, { cookie })).status).toBe(401);
  });
});
