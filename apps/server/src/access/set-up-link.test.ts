import { describe, expect, it } from 'vitest';
import { SetUpLink } from './set-up-link.ts';

const made = () => Promise.resolve('made');

describe('the set-up link', () => {
  it('works once', async () => {
    const link = new SetUpLink();
    const secret = link.renew();
    expect(await link.redeem(secret, made)).toBe('made');
    expect(await link.redeem(secret, made)).toBeNull();
  });

  it('works once for two who use it at the same moment', async () => {
    const link = new SetUpLink();
    const secret = link.renew();
    const results = await Promise.all([link.redeem(secret, made), link.redeem(secret, made)]);
    expect(results.filter((result) => result === 'made')).toHaveLength(1);
  });

  it('stays valid when the account could not be made', async () => {
    const link = new SetUpLink();
    const secret = link.renew();
    const failing = () => Promise.reject(new Error('disk full'));
    await expect(link.redeem(secret, failing)).rejects.toThrow('disk full');
    expect(await link.redeem(secret, made)).toBe('made');
  });

  it('stops working when a new one is made, and never works for another secret', async () => {
    const link = new SetUpLink();
    const [old, fresh] = [link.renew(), link.renew()];
    expect(await link.redeem(old, made)).toBeNull();
    expect(await link.redeem('x'.repeat(43), made)).toBeNull();
    expect(await link.redeem(fresh, made)).toBe('made');
  });

  it('does not exist before it is made', async () => {
    expect(await new SetUpLink().redeem('', made)).toBeNull();
  });
});
