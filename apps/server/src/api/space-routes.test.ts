import { SpaceAnswer, paths } from '@parley/contracts';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { asObserver, riverTalks } from '../testing/river-talks.ts';

const here = riverTalks();

describe('a space', () => {
  it('answers with its process, my place in it and everybody in it', async () => {
    const { process, spaceId } = here;
    const guest = await here.join('بلال', asObserver);
    const { status, body } = await guest.get(paths.space(spaceId));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      process: { id: process.id, title: process.title },
      space: { id: spaceId, kind: 'team', role: 'observer', capability: 'read' },
    });
    const [first, second, ...more] = v.parse(SpaceAnswer, body).members;
    expect(first).toMatchObject({ role: 'lead', capability: 'edit', person: { kind: 'account' } });
    // The first colour is the lead's.
    const person = { kind: 'guest', name: 'بلال', color: 1 };
    expect(second).toMatchObject({ role: 'observer', capability: 'read', person });
    expect(more).toEqual([]);
    // Nothing of an account but its name is anybody's business.
    expect(JSON.stringify(body)).not.toContain('@');
  });

  it('that is closed to me answers like one that does not exist', async () => {
    const stranger = await here.stranger('Bilal');
    const closed = await stranger.get(paths.space(await here.anotherSpace()));
    const unknown = await stranger.get(paths.space(crypto.randomUUID()));
    expect(closed).toMatchObject({ status: 404, body: { error: 'not-found' } });
    expect(unknown).toMatchObject({ status: closed.status, body: closed.body });
    const names = (headers: Headers) => [...headers.keys()].toSorted();
    expect(names(unknown.headers)).toEqual(names(closed.headers));
  });
});
