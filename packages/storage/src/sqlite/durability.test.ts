import { execFile, spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { numbersIn as numbersStored } from '../contract-suite/numbers.ts';
import { databaseFile } from './connection.ts';
import { openSqliteStorage } from './open.ts';
import { testFolder } from './test-folder.ts';

type AppendingProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Starts a process that appends `count` numbers (0: without end) and prints the acknowledged ones. */
function startAppending(directory: string, documentId: string, count: number): AppendingProcess {
  const script = fileURLToPath(new URL('./test-processes/append.ts', import.meta.url));
  return spawn(process.execPath, [script, directory, documentId, String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves to all the numbers that the process printed, once its output has ended. */
async function acknowledgedBy(
  child: AppendingProcess,
  onNumber: (seen: number) => void = () => undefined,
): Promise<number[]> {
  const numbers: number[] = [];
  for await (const line of createInterface(child.stdout)) {
    numbers.push(Number(line));
    onNumber(numbers.length);
  }
  return numbers;
}

async function numbersIn(directory: string, documentId: string): Promise<number[]> {
  const storage = await openSqliteStorage({ directory });
  const { updates } = await storage.documents.load(documentId);
  await storage.close();
  return updates.map((update) => Number(new TextDecoder().decode(update)));
}

function expectSound(directory: string): void {
  const database = new DatabaseSync(join(directory, databaseFile), { readOnly: true });
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  database.close();
}

describe('what was acknowledged', () => {
  it('is there after the process was killed in the middle of its work (R6)', async () => {
    const directory = await testFolder();
    for (const round of [1, 2, 3]) {
      const documentId = `round ${round}`;
      const child = startAppending(directory, documentId, 0);
      const acknowledged = await acknowledgedBy(child, (seen) => {
        if (seen === 200 * round) child.kill('SIGKILL');
      });
      const stored = new Set(await numbersIn(directory, documentId));
      expect(acknowledged.length).toBeGreaterThanOrEqual(200 * round);
      expect(acknowledged.filter((number) => !stored.has(number))).toEqual([]);
      expectSound(directory);
    }
  });

  it('is there when several processes begin and write one file at once', async () => {
    const directory = await testFolder();
    const children = ['own 1', 'own 2', 'own 3', 'shared', 'shared'].map((documentId) =>
      startAppending(directory, documentId, 150),
    );
    const complaints = await Promise.all(
      children.map(async (child) => {
        let text = '';
        child.stderr.on('data', (chunk) => (text += String(chunk)));
        const [acknowledged] = await Promise.all([acknowledgedBy(child), once(child, 'close')]);
        expect(acknowledged).toHaveLength(150);
        return text;
      }),
    );
    expect(complaints).toEqual(['', '', '', '', '']);
    const all = Array.from({ length: 150 }, (_, index) => index + 1);
    for (const documentId of ['own 1', 'own 2', 'own 3']) {
      expect(await numbersIn(directory, documentId)).toEqual(all);
    }
    const shared = await numbersIn(directory, 'shared');
    expect(shared.toSorted((a, b) => a - b)).toEqual(all.flatMap((number) => [number, number]));
    expectSound(directory);
  });

  it('is there once when two processes append to one log and fold it at once (R14)', async () => {
    const directory = await testFolder();
    const script = fileURLToPath(new URL('./test-processes/fold.ts', import.meta.url));
    const folding = [
      ['anna', '0'],
      ['badr', '1000'],
    ].map(([owner = '', first = '']) =>
      promisify(execFile)(process.execPath, [script, directory, 'a', owner, first, '100']),
    );
    const folds = (await Promise.all(folding)).map(({ stdout }) => Number(stdout));
    expect(Math.min(...folds)).toBeGreaterThan(0);
    const storage = await openSqliteStorage({ directory });
    const stored = await storage.documents.load('a');
    await storage.close();
    const all = Array.from({ length: 100 }, (_, index) => index);
    const expected = [...all, ...all.map((number) => 1_000 + number)];
    expect(numbersStored(stored).toSorted((a, b) => a - b)).toEqual(expected);
    expect(stored.owners).toEqual(
      expected.map((clientId) => ({ clientId, ownerId: clientId < 1_000 ? 'anna' : 'badr' })),
    );
    expectSound(directory);
  });
});
