import { describe, expect, it } from 'vitest';
import { allowTries, networkOf } from './tries.ts';

describe('tries', () => {
  it('run out for one address and not for another', async () => {
    const tries = allowTries(2, 60);
    expect(await tries.take('192.0.2.1')).toBe(true);
    expect(await tries.take('192.0.2.1')).toBe(true);
    expect(await tries.take('192.0.2.1')).toBe(false);
    expect(await tries.take('192.0.2.2')).toBe(true);
  });

  it('come back with a success', async () => {
    const tries = allowTries(1, 60);
    for (let round = 0; round < 5; round += 1) {
      expect(await tries.take('192.0.2.1')).toBe(true);
      await tries.giveBack('192.0.2.1');
    }
  });

  it('are shared by the addresses of one IPv6 network', async () => {
    const tries = allowTries(1, 60);
    expect(await tries.take('2001:db8:1:2::1')).toBe(true);
    expect(await tries.take('2001:db8:1:2:ffff::9')).toBe(false);
    expect(await tries.take('2001:db8:1:3::1')).toBe(true);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
