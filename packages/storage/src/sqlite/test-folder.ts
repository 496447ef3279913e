import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes a folder that is removed when the test that asked for it has finished. */
export async function testFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-storage-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}
