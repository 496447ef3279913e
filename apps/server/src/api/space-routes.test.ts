import { SpaceAnswer, paths } from '@parley/contracts';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
beforeAll(async () => {
  parley = await openParley();
  lead = await setUpLead(parley);
});
afterAll(() => parley.end());

describe('a space', () => {
  it('answers with its process, my place in it and everybody in it', async () => {
    const process = await makeProcess(lead);
    const spaceId = teamOf(process);
    const guest = await joinAsGuest(parley, lead, spaceId, 'بلال', {
      role: 'observer',
      capability: 'read',
    });
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
    const stranger = await joinAsGuest(parley, lead, teamOf(await makeProcess(lead)), 'Bilal');
    const closed = await stranger.get(paths.space(teamOf(await makeProcess(lead))));
    const unknown = await stranger.get(paths.space(crypto.randomUUID()));
    expect(closed).toMatchObject({ status: 404, body: { error: 'not-found' } });
    expect(unknown).toMatchObject({ status: closed.status, body: closed.body });
    const names = (headers: Headers) => [...headers.keys()].toSorted();
    expect(names(unknown.headers)).toEqual(names(closed.headers));
  });
});
