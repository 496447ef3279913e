import { paths } from '@parley/contracts';
import { openSqliteStorage, type Storage } from '@parley/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSecret } from '../data-folder.ts';
import { openBoard } from '../testing/open-board.ts';
import {
  makeProcess,
  openParley,
  password,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';
import { openAccountsDesk } from './index.ts';

describe('the accounts desk, while the server runs', () => {
  let parley: TestParley;
  let storage: Storage;
  let desk: Awaited<ReturnType<typeof openAccountsDesk>>;
  beforeAll(async () => {
    parley = await openParley();
    await setUpLead(parley);
    storage = await openSqliteStorage({ directory: parley.directory });
    desk = await openAccountsDesk({
      directory: parley.directory,
      secret: await readSecret(parley.directory, null),
      origin: parley.origin,
      registry: storage.registry,
    });
  });
  afterAll(async () => {
    desk.close();
    await storage.close();
    await parley.end();
  });

  const amira = { email: 'amira@example.org', password };

  it('makes an account that nobody can sign in with yet, and one for an address', async () => {
    expect(await desk.create({ name: 'Bilal', email: 'bilal@example.org' })).not.toBeNull();
    expect(await desk.create({ name: 'Eve', email: 'Bilal@example.org' })).toBeNull();
    expect((await desk.list()).map(({ name, hasPassword }) => ({ name, hasPassword }))).toEqual([
      { name: 'Amira', hasPassword: true },
      { name: 'Bilal', hasPassword: false },
    ]);
    const visitor = parley.visitor();
    const refused = await visitor.post(paths.signIn, { email: 'bilal@example.org', password });
    expect(refused.status).toBe(403);
  });

  it('makes links under the address of the server, and none for an unknown one', async () => {
    const link = await desk.createResetLink('amira@example.org');
    expect(link?.url).toMatch(new RegExp(`^${parley.origin}/reset#[\\w-]{43}$`));
    expect(await desk.createResetLink('nobody@example.org')).toBeNull();
  });

  it('closes what a disabled person has open, within a second', async () => {
    const visitor = parley.visitor();
    await visitor.post(paths.signIn, amira);
    const board = await openBoard(parley, visitor, teamOf(await makeProcess(visitor)));
    const closed = new Promise((resolve) => board.provider.on('closed', resolve));
    const from = Date.now();
    await desk.disable('amira@example.org');
    expect(await closed).toMatchObject({ code: 4401 });
    expect(Date.now() - from).toBeLessThan(1_000);
    board.close();
    await desk.enable('amira@example.org');
  });

  it('disables an account: its sessions end, and it cannot sign in until it is enabled', async () => {
    const visitor = parley.visitor();
    expect((await visitor.post(paths.signIn, amira)).status).toBe(200);
    expect(await desk.disable('amira@example.org')).not.toBeNull();
    expect((await visitor.get(paths.session)).status).toBe(401);
    const refused = await parley.visitor().post(paths.signIn, amira);
    expect(refused).toMatchObject({ status: 403, body: { error: 'wrong-credentials' } });
    expect((await desk.list())[0]?.disabledAt).toEqual(expect.any(Number));
    await desk.enable('amira@example.org');
    expect((await parley.visitor().post(paths.signIn, amira)).status).toBe(200);
    expect(await desk.disable('nobody@example.org')).toBeNull();
  });
});
