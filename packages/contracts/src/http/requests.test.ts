import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { SetUpRequest } from './accounts.ts';
import { CreateInvitationRequest, JoinRequest } from './invitations.ts';
import { CreateProcessRequest } from './spaces.ts';
import { DisplayName } from './text.ts';

const secret = 'A'.repeat(43);

describe('names', () => {
  test('are trimmed and stay on one line', () => {
    expect(v.parse(DisplayName, '  Amira K.  ')).toBe('Amira K.');
    expect(v.parse(DisplayName, 'أميرة')).toBe('أميرة');
    expect(v.parse(DisplayName, 'علی\u200Cرضا')).toBe('علی\u200Cرضا');
  });

  test('lose what nobody sees', () => {
    expect(v.parse(DisplayName, '\u202EAmira\u200B K.\u2069')).toBe('Amira K.');
    expect(v.parse(DisplayName, 'Toma\u0301s')).toBe('Tom\u00E1s');
    expect(v.is(DisplayName, '\u200B\u2800\u3164')).toBe(false);
  });

  test.each(['', '   ', 'a\nb', 'a\u0000b', 'x'.repeat(81), '\ud800', 7, null, { toString: 'x' }])(
    'refuses %j',
    (name) => expect(v.is(DisplayName, name)).toBe(false),
  );
});

describe('requests', () => {
  test('with a field that nobody asked for are refused', () => {
    expect(v.is(CreateProcessRequest, { title: 'Talks' })).toBe(true);
    expect(v.is(CreateProcessRequest, { title: 'Talks', owner: 'me' })).toBe(false);
    const prototype: unknown = JSON.parse('{"title":"Talks","__proto__":{"admin":true}}');
    expect(v.is(CreateProcessRequest, prototype)).toBe(false);
  });

  test('carry secrets of exactly 256 bits', () => {
    expect(v.is(JoinRequest, { secret, displayName: 'Tomás' })).toBe(true);
    expect(v.is(JoinRequest, { secret: secret.slice(1), displayName: 'Tomás' })).toBe(false);
    expect(v.is(JoinRequest, { secret: `${secret.slice(1)}!`, displayName: 'Tomás' })).toBe(false);
  });

  test('set up only with an address and a long enough password', () => {
    const request = {
      secret,
      name: 'Nadia',
      email: ' Nadia@Example.org ',
      password: 'twelve chars',
    };
    expect(v.parse(SetUpRequest, request).email).toBe('nadia@example.org');
    expect(v.is(SetUpRequest, { ...request, password: 'too short' })).toBe(false);
    expect(v.is(SetUpRequest, { ...request, email: 'nadia' })).toBe(false);
  });

  test('invite within bounds', () => {
    const wish = { role: 'participant', capability: 'read', uses: 1, hours: 1 };
    expect(v.is(CreateInvitationRequest, wish)).toBe(true);
    for (const wrong of [{ uses: 0 }, { uses: 1.5 }, { hours: 721 }, { role: 'owner' }]) {
      expect(v.is(CreateInvitationRequest, { ...wish, ...wrong })).toBe(false);
    }
  });
});
