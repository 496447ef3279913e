import { paths } from '@parley/contracts';
import { describe, expect, it } from 'vitest';
import { amira, signInAgain } from '../testing/sign-in.ts';
import { amirasParley } from '../testing/amiras-parley.ts';
import { password } from '../testing/test-parley.ts';

const here = amirasParley();

const signIn = () => signInAgain(here.parley);

describe('guesses', () => {
  it('at one account run out, from however many addresses; another account is not held up', async () => {
    const guess = (email: string, count: number) =>
      here
        .visitor()
        .send(
          'POST',
          paths.signIn,
          { email, password: 'guess' },
          { 'x-forwarded-for': `198.51.100.${count}` },
        );
    const answers = [];
    for (let count = 0; count < 31; count += 1) answers.push(await guess('g@example.org', count));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(30).fill(403), 429]);
    expect((await guess('h@example.org', 77)).status).toBe(403);
  });
});

describe('a changed password', () => {
  it('asks for the old one, ends every other session and keeps this one', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const fresh = 'another long password';
    const wrong = await mine.post(paths.accountPassword, { current: 'nope', password: fresh });
    expect(wrong).toMatchObject({ status: 403, body: { error: 'wrong-password' } });
    const done = await mine.post(paths.accountPassword, { current: password, password: fresh });
    expect(done.status).toBe(204);
    expect((await other.get(paths.session)).status).toBe(401);
    expect((await mine.get(paths.session)).status).toBe(200);
    expect((await here.visitor().post(paths.signIn, amira)).status).toBe(403);
    const back = { current: fresh, password };
    expect((await mine.post(paths.accountPassword, back)).status).toBe(204);
  });

  it('or name is seen by others from the next page on', async () => {
    const visitor = await signIn();
    expect((await visitor.patch(paths.account, { name: ' Amira H. ' })).status).toBe(204);
    expect((await visitor.get(paths.session)).body).toMatchObject({ person: { name: 'Amira H.' } });
    await visitor.patch(paths.account, { name: 'Amira' });
  });
});
