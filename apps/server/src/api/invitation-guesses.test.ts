import { randomBytes } from 'node:crypto';
import { paths } from '@parley/contracts';
import { describe, expect, it } from 'vitest';
import { allowTries } from '../access/index.ts';
import { riverTalks } from '../testing/river-talks.ts';

const here = riverTalks();

const guess = () => randomBytes(32).toString('base64url');

describe('an invitation', () => {
  it('for one person is redeemed by exactly one of many who click at the same moment', async () => {
    for (const waits of [false, true]) {
      const { secret } = await here.invite({ waits });
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          here.visitor().post(paths.join, { secret, displayName: `Guest ${n}` }),
        ),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 404)).toHaveLength(11);
    }
  });

  it('answers alike whether it is unknown, expired, revoked or used up', async () => {
    const used = await here.invite();
    await here.visitor().post(paths.join, { secret: used.secret, displayName: 'First' });
    const revoked = await here.invite();
    await here.lead.delete(paths.invitation(here.spaceId, revoked.id));
    const old = await here.invite({ hours: 1 });
    here.parley.pass(1);
    for (const path of [paths.join, paths.joinPreview]) {
      const answers = await Promise.all(
        [guess(), old.secret, revoked.secret, used.secret].map(async (secret) => {
          const name = path === paths.join ? { displayName: 'Eve' } : {};
          const { status, body, headers } = await here.visitor().post(path, { secret, ...name });
          return { status, body, headers: [...headers.keys()].toSorted() };
        }),
      );
      const [first, ...others] = answers;
      expect(first).toMatchObject({ status: 404, body: { error: 'link-not-valid' } });
      for (const other of others) expect(other).toEqual(first);
    }
  });

  it('is not guessed: after a hundred failures nothing is looked up any more', async () => {
    const real = await here.invite();
    const eve = here.visitor();
    const statuses = new Set<number>();
    for (let round = 0; round < 12; round += 1) {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => eve.post(paths.joinPreview, { secret: guess() })),
      );
      for (const { status } of answers) statuses.add(status);
    }
    expect(statuses).toEqual(new Set([404, 429]));
    const right = await eve.post(paths.joinPreview, { secret: real.secret });
    expect(right).toMatchObject({ status: 429, body: { error: 'too-many-tries' } });
  });

  it('takes a hundred of a hundred thousand guesses from one address', async () => {
    const tries = allowTries(100, 600);
    let taken = 0;
    for (let n = 0; n < 100_000; n += 1) if (await tries.take('192.0.2.7')) taken += 1;
    expect(taken).toBe(100);
  });
});
