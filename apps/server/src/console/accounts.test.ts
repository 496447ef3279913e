import { paths } from '@parley/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type } from '../testing/console.ts';
import { openParley, password, type TestParley } from '../testing/test-parley.ts';

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
});
afterAll(() => parley.end());

const bilal = 'bilal@example.org';
const secretIn = (said: string): string => /\/reset#([\w-]{43})$/m.exec(said)?.[1] ?? '';
const signIn = (chosen: string, email = bilal) =>
  parley.visitor().post(paths.signIn, { email, password: chosen, shared: false });

describe('an account', () => {
  it('is made with a link by which its owner sets the password, once', async () => {
    const { code, said } = await type(parley, ['user', 'create', bilal, '--name', 'Bilal']);
    expect(code).toBe(0);
    expect(said).toContain(`${parley.origin}/reset#`);
    const secret = secretIn(said);
    const list = await type(parley, ['user', 'list']);
    expect(list.said).toMatch(/^bilal@example\.org {2}Bilal \(made .+, no password yet\)$/m);

    const visitor = parley.visitor();
    expect((await visitor.post(paths.reset, { secret, password })).status).toBe(204);
    expect((await signIn(password)).status).toBe(200);
    const again = await visitor.post(paths.reset, { secret, password: 'another password' });
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect((await signIn('another password')).status).toBe(403);
  });

  it('is not made twice for one address, however that is written', async () => {
    const { code, complaint } = await type(parley, [
      'user',
      'create',
      'BILAL@example.org',
      '--name=B',
    ]);
    expect(code).toBe(1);
    expect(complaint).toMatch(/has an account already.*“user reset”/);
  });

  it('gets a new password by a link, which ends the sessions of the old one', async () => {
    const visitor = parley.visitor();
    await visitor.post(paths.signIn, { email: bilal, password, shared: false });
    const { said } = await type(parley, ['user', 'reset', bilal]);
    const chosen = 'a password that is new';
    await parley.visitor().post(paths.reset, { secret: secretIn(said), password: chosen });
    expect((await visitor.get(paths.session)).status).toBe(401);
    expect((await signIn(password)).status).toBe(403);
    expect((await signIn(chosen)).status).toBe(200);
  });

  it.each([
    [['user', 'reset', 'nobody@example.org'], /no account with the address nobody@example\.org/],
    [['user', 'disable', 'nobody@example.org'], /no account with the address/],
    [['user', 'enable', 'no address'], /<email> must be an e-mail address/],
    [['user', 'create', bilal, '--name', ' '], /--name must be a name/],
  ])('%j is answered by one sentence', async (words, why) => {
    const { code, said, complaint } = await type(parley, words);
    expect({ code, said }).toEqual({ code: 1, said: '' });
    expect(complaint).toMatch(why);
    expect(complaint.split('\n')).toHaveLength(1);
  });
});

it('says where it looked when there is no Parley there', async () => {
  const nowhere = { directory: `${parley.directory}/nowhere`, origin: parley.origin };
  const { code, complaint } = await type(nowhere, ['user', 'list']);
  expect(code).toBe(1);
  expect(complaint).toContain(`There is no Parley in ${nowhere.directory}`);
});
