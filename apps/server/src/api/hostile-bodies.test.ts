import { paths } from '@parley/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { riverTalks } from '../testing/river-talks.ts';
import { password } from '../testing/test-parley.ts';

const here = riverTalks();
let secret: string;
beforeEach(async () => {
  ({ secret } = await here.invite());
});

/** Everything that the API can say about what is stored. */
const everything = async () => [
  (await here.lead.get(paths.processes)).body,
  (await here.lead.get(paths.space(here.spaceId))).body,
  (await here.lead.get(paths.invitations(here.spaceId))).body,
];

/** Every endpoint that takes a body, with a good one. */
const endpoints = (): { method: string; path: string; good: Record<string, unknown> }[] => [
  { method: 'POST', path: paths.setUp, good: { secret, name: 'Eve', email: 'e@x.org', password } },
  { method: 'POST', path: paths.signIn, good: { email: 'amira@example.org', password } },
  { method: 'POST', path: paths.joinPreview, good: { secret } },
  { method: 'POST', path: paths.join, good: { secret, displayName: 'Eve' } },
  { method: 'POST', path: paths.processes, good: { title: 'Eve' } },
  { method: 'POST', path: paths.examples, good: { example: 'lake-meridia' } },
  { method: 'PATCH', path: paths.process(here.processId), good: { title: 'Eve' } },
  {
    method: 'POST',
    path: paths.invitations(here.spaceId),
    good: { role: 'observer', capability: 'read', uses: 1, hours: 1 },
  },
];

/** Bodies that no endpoint may take, made from a good one. */
const hostile: [string, (good: Record<string, unknown>) => string][] = [
  ['no JSON', () => '{"title": '],
  ['a number', () => '7'],
  ['null', () => 'null'],
  ['a list', (good) => JSON.stringify([good])],
  ['nothing in it', () => '{}'],
  ['objects for fields', (good) => changed(good, { $ne: null })],
  ['lists for fields', (good) => changed(good, ['a'])],
  ['numbers for texts and texts for numbers', (good) => swapped(good)],
  ['an unknown field', (good) => JSON.stringify({ ...good, isAdmin: true })],
  ['a prototype', (good) => JSON.stringify(good).replace('{', '{"__proto__":{"isAdmin":true},')],
  ['a constructor', (good) => JSON.stringify({ ...good, constructor: { prototype: {} } })],
  ['control characters', (good) => suffixed(good, '\u0000\u001b[2J\n')],
  ['a thousand letters too many', (good) => suffixed(good, 'x'.repeat(1000))],
];

const changed = (good: Record<string, unknown>, value: unknown) =>
  JSON.stringify(Object.fromEntries(Object.keys(good).map((key) => [key, value])));

const swapped = (good: Record<string, unknown>) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(good).map(([key, value]) => [key, typeof value === 'string' ? 7 : 'seven']),
    ),
  );

const suffixed = (good: Record<string, unknown>, suffix: string) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(good).map(([key, value]) => [
        key,
        typeof value === 'string' ? `${value}${suffix}` : `${String(value)}${suffix}`,
      ]),
    ),
  );

describe('a hostile body', () => {
  it.each(hostile)('with %s is refused everywhere and changes nothing', async (_what, make) => {
    const before = await everything();
    for (const { method, path, good } of endpoints()) {
      const { status, body } = await here.lead.send(method, path, make(good));
      expect([path, status, body]).toMatchObject([path, 422, { error: 'invalid' }]);
    }
    expect(await everything()).toEqual(before);
  });

  it('of a megabyte is refused everywhere and changes nothing', async () => {
    const before = await everything();
    for (const { method, path, good } of endpoints()) {
      const body = JSON.stringify({ ...good, padding: 'x'.repeat(1024 * 1024) });
      const answer = await here.lead.send(method, path, body);
      expect([path, answer.status, answer.body]).toEqual([path, 413, { error: 'invalid' }]);
    }
    expect(await everything()).toEqual(before);
  });

  it('is answered with the names of the fields of ours that are wrong, and no word of its own', async () => {
    const answer = await here.lead.send('POST', paths.invitations(here.spaceId), {
      role: 'observer',
      capability: 'all of it',
      uses: 0,
      hours: 1,
      '<script>': 1,
    });
    expect(answer.body).toEqual({ error: 'invalid', fields: ['capability', 'uses'] });
  });
});

describe('a request from elsewhere', () => {
  const refused: [string, Record<string, string | null>, number][] = [
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['no page at all', { origin: null }, 403],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form that sends text', { 'content-type': 'text/plain' }, 415],
    ['something that names no type', { 'content-type': '' }, 415],
  ];

  it.each(refused)('is refused when it comes from %s', async (_who, headers, status) => {
    const before = await everything();
    for (const { method, path, good } of endpoints()) {
      const answer = await here.lead.send(method, path, JSON.stringify(good), headers);
      expect([path, answer.status]).toEqual([path, status]);
    }
    const signedOut = await here.lead.send('POST', paths.signOut, undefined, {
      origin: 'https://evil.example',
    });
    expect(signedOut.status).toBe(403);
    expect(await everything()).toEqual(before);
  });
});

describe('every answer', () => {
  it.each(['/api/processes', '/api/nothing', '/sign-in', '/', '/healthz'])(
    'of %s has the headers that keep it to itself',
    async (path) => {
      const { headers } = await here.lead.get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );
});
