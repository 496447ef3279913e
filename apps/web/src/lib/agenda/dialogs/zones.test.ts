import { expect, test } from 'vitest';
import { zoneNamed } from './zones.ts';

test.each([
  ['Europe/Zurich', 'Europe/Zurich'],
  ['zurich', 'Europe/Zurich'],
  [' new york ', 'America/New_York'],
  ['UTC', 'UTC'],
  ['Meridia', null],
  ['', null],
])('%j is %j', (text, zone) => expect(zoneNamed(text)).toBe(zone));
