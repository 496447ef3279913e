import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { UsedCodes } from './used-codes.ts';

let folder: string;
const open: DatabaseSync[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-codes-'));
});
afterEach(async () => {
  for (const database of open.splice(0)) database.close();
  await rm(folder, { recursive: true });
});

/** As one more process has them. */
function usedCodes(): UsedCodes {
  const database = new DatabaseSync(join(folder, 'accounts.db'));
  open.push(database);
  return new UsedCodes(database);
}

it('are taken once for each account, whichever process asks', () => {
  const [one, other] = [usedCodes(), usedCodes()];
  expect(one.take('amira', '123456', 1000)).toBe(true);
  expect(other.take('amira', '123456', 2000)).toBe(false);
  expect(other.take('bilal', '123456', 2000)).toBe(true);
  expect(one.take('amira', '654321', 2000)).toBe(true);
});

it('are forgotten once no app shows them any more', () => {
  const codes = usedCodes();
  expect(codes.take('amira', '123456', 0)).toBe(true);
  expect(codes.take('amira', '123456', 120_000)).toBe(false);
  expect(codes.take('amira', '123456', 181_000)).toBe(true);
});
