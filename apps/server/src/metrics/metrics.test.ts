import { Board } from '@parley/model';
import { afterEach, describe, expect, it } from 'vitest';
import { openBoard } from '../testing/open-board.ts';
import {
  joinAsGuest,
  makeProcess,
  openParley,
  setUpLead,
  teamOf,
  type TestParley,
} from '../testing/test-parley.ts';

const token = 'a token that is long enough, really'.replaceAll(' ', '-');

let parley: TestParley | undefined;
afterEach(() => parley?.end());

async function start(environment: Record<string, string> = {}): Promise<TestParley> {
  return (parley = await openParley(environment));
}

const scrape = (headers: Record<string, string | null> = {}) =>
  parley?.visitor().send('GET', '/metrics', undefined, headers);

/** The value of a metric without labels, or with these. */
const valueOf = (text: unknown, name: string): number | undefined => {
  const line = String(text)
    .split('\n')
    .find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.split(' ')[1]);
};

describe('/metrics', () => {
  it('shows what sync does, and of whom and of what it does not say', async () => {
    const open = await start();
    const lead = await setUpLead(open);
    const spaceId = teamOf(await makeProcess(lead, 'River talks'));
    const guest = await joinAsGuest(open, lead, spaceId, 'Bilal', { capability: 'read' });
    const mine = await openBoard(open, lead, spaceId);
    const theirs = await openBoard(open, guest, spaceId);
    new Board(mine.doc).create('actor', { name: 'Fishers' });
    await expect.poll(() => new Board(theirs.doc).list('actor').length).toBe(1);
    const closed = new Promise((resolve) => theirs.provider.once('connection-close', resolve));
    new Board(theirs.doc).create('actor', { name: 'Forged' });
    await closed;

    const answer = await scrape();
    expect(answer).toMatchObject({ status: 200 });
    expect(answer?.headers.get('content-type')).toContain('text/plain');
    const { body } = answer ?? {};
    const values = Object.fromEntries(
      [
        'parley_sync_connections',
        'parley_sync_rooms',
        'parley_sync_buffered_bytes',
        'parley_sync_refused_total{reason="notAllowed"}',
      ].map((name) => [name, valueOf(body, name)]),
    );
    expect(values).toEqual({
      parley_sync_connections: 1,
      parley_sync_rooms: 1,
      parley_sync_buffered_bytes: 0,
      'parley_sync_refused_total{reason="notAllowed"}': 1,
    });
    for (const name of [
      'parley_sync_frames_received_total',
      'parley_sync_frames_sent_total',
      'parley_sync_commits_total',
      'parley_sync_commit_seconds_count',
      'parley_sync_acknowledgement_seconds_count',
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
    ]) {
      expect(valueOf(body, name), name).toBeGreaterThan(0);
    }
    for (const secret of [spaceId, 'River', 'Amira', 'Bilal', 'Fishers', 'amira@', '127.0.0.1']) {
      expect(body).not.toContain(secret);
    }
    mine.close();
    theirs.close();
  });

  it('needs the token where there is one, also on this machine', async () => {
    await start({ PARLEY_METRICS_TOKEN: token });
    expect(await scrape()).toMatchObject({ status: 404, body: '' });
    expect(await scrape({ authorization: `Bearer ${token}x` })).toMatchObject({ status: 404 });
    expect(await scrape({ authorization: `Bearer ${token}` })).toMatchObject({ status: 200 });
  });

  it('is closed to everybody without a token once there is a public address', async () => {
    await start({ PARLEY_ORIGIN: 'https://parley.example.org' });
    expect(await scrape()).toMatchObject({ status: 404 });
  });

  it('does not take a proxy on this machine for this machine', async () => {
    await start();
    expect(await scrape({ 'x-forwarded-for': '203.0.113.7' })).toMatchObject({ status: 404 });
    expect(await scrape({ forwarded: 'for=203.0.113.7' })).toMatchObject({ status: 404 });
    expect(await scrape({ via: '1.1 proxy' })).toMatchObject({ status: 404 });
    expect(await scrape()).toMatchObject({ status: 200 });
  });
});
