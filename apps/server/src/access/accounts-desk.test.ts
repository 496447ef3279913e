import { paths } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amirasParley } from '../testing/amiras-parley.ts';
import { openDesk } from '../testing/desk.ts';
import { closing } from '../testing/open-board.ts';
import { amira } from '../testing/sign-in.ts';
import { makeProcess, password, teamOf } from '../testing/test-parley.ts';

describe('the accounts desk, while the server runs', () => {
  const here = amirasParley();
  let desk: Awaited<ReturnType<typeof openDesk>>;
  beforeAll(async () => {
    desk = await openDesk(here.parley);
  });
  afterAll(() => desk.close());

  it('makes an account that nobody can sign in with yet, and one for an address', async () => {
    expect(await desk.create({ name: 'Bilal', email: 'bilal@example.org' })).not.toBeNull();
    expect(await desk.create({ name: 'Eve', email: 'Bilal@example.org' })).toBeNull();
    expect((await desk.list()).map(({ name, hasPassword }) => ({ name, hasPassword }))).toEqual([
      { name: 'Amira', hasPassword: true },
      { name: 'Bilal', hasPassword: false },
    ]);
    const visitor = here.visitor();
    const refused = await visitor.post(paths.signIn, { email: 'bilal@example.org', password });
    expect(refused.status).toBe(403);
  });

  it('makes links under the address of the server, and none for an unknown one', async () => {
    const link = await desk.createResetLink('amira@example.org');
    expect(link?.url).toMatch(new RegExp(`^${here.parley.origin}/reset#[\\w-]{43}$`));
    expect(await desk.createResetLink('nobody@example.org')).toBeNull();
  });

  it('closes what a disabled person has open, within a second', async () => {
    const visitor = here.visitor();
    await visitor.post(paths.signIn, amira);
    const board = await here.openBoard(visitor, teamOf(await makeProcess(visitor)));
    const closed = closing(board);
    const from = Date.now();
    await desk.disable('amira@example.org');
    const { code, at } = await closed;
    expect(code).toBe(4401);
    expect(at - from).toBeLessThan(1_000);
    await desk.enable('amira@example.org');
  });

  it('disables an account: its sessions end, and it cannot sign in until it is enabled', async () => {
    const visitor = here.visitor();
    expect((await visitor.post(paths.signIn, amira)).status).toBe(200);
    expect(await desk.disable('amira@example.org')).not.toBeNull();
    expect((await visitor.get(paths.session)).status).toBe(401);
    const refused = await here.visitor().post(paths.signIn, amira);
    expect(refused).toMatchObject({ status: 403, body: { error: 'wrong-credentials' } });
    expect((await desk.list())[0]?.disabledAt).toEqual(expect.any(Number));
    await desk.enable('amira@example.org');
    expect((await here.visitor().post(paths.signIn, amira)).status).toBe(200);
    expect(await desk.disable('nobody@example.org')).toBeNull();
  });
});
