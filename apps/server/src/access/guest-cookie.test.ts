import { describe, expect, it } from 'vitest';
import { guestCookie } from './guest-cookie.ts';
import { newSecret } from './secrets.ts';

const secret = newSecret();

describe('the guest cookie', () => {
  it('is out of reach of scripts and other sites, and ends by itself', () => {
    expect(guestCookie(false).give(secret, 12 * 3_600_000)).toBe(
      `parley_guest=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200`,
    );
  });

  it('is bound to this host and to https where there is https', () => {
    const cookie = guestCookie(true).give(secret, 1000);
    expect(cookie).toMatch(/^__Host-parley_guest=/);
    expect(cookie).toContain('; Secure');
  });

  it('is read among others', () => {
    const { read } = guestCookie(false);
    expect(read({ cookie: `a=b; parley_guest=${secret}; c=d` })).toBe(secret);
    expect(read({ cookie: `parley_guest=${secret}` })).toBe(secret);
  });

  it.each([
    undefined,
    '',
    'parley_guest=',
    `parley_guest=${secret}x`,
    `not_parley_guest=${secret}`,
    'parley_guest=../../../etc/passwd',
  ])('is not found in %s', (cookie) => {
    expect(guestCookie(false).read(cookie === undefined ? {} : { cookie })).toBeNull();
  });
});
