import { openSqliteStorage } from '../open.ts';

/*
 * A process of its own for tests: appends 1, 2, 3… as text to a document, eight at a time, and prints
 * each number once its append is acknowledged. Ends after `count`, or never when that is 0.
 */
const [directory = '', documentId = '', count = '0'] = process.argv.slice(2);
const storage = await openSqliteStorage({ directory });
const most = Number(count) || Infinity;
let next = 1;

async function append(): Promise<void> {
  while (next <= most) {
    const number = next;
    next += 1;
    await storage.documents.append(documentId, new TextEncoder().encode(String(number)));
    process.stdout.write(`${number}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, append));
await storage.close();
