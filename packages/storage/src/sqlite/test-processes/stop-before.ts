import { writeSync } from 'node:fs';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { openDatabase } from '../connection.ts';
import { commitTogether, eraseAlone } from '../group-commit.ts';
import { operationsOn } from '../operations.ts';
import { operationKinds, type Request } from '../protocol.ts';

/*
 * A process of its own for tests: opens a folder, performs one operation as the storage thread does,
 * and kills itself before statement number `stop`, counted from 0; with none, it goes through. Prints
 * each statement of SQLite that was done.
 *
 *   node stop-before.ts <directory> open|append|compact|rebuild|delete <position> [stop]
 */
const [directory = '', operation = '', position = '', stop = 'Infinity'] = process.argv.slice(2);
let counting = operation === 'open';
let done = 0;

for (const [prototype, names] of [
  [DatabaseSync.prototype, ['exec']],
  [StatementSync.prototype, ['run', 'get', 'all']],
] as const) {
  for (const name of names) stopAt(prototype, name);
}

function stopAt(prototype: object, name: string): void {
  const original: unknown = Reflect.get(prototype, name);
  if (typeof original !== 'function') throw new Error(`node:sqlite has no ${name} any more`);
  Reflect.defineProperty(prototype, name, {
    value(this: object, ...args: unknown[]): unknown {
      if (!counting) return Reflect.apply(original, this, args);
      if (done === Number(stop)) process.kill(process.pid, 'SIGKILL');
      const result: unknown = Reflect.apply(original, this, args);
      done += 1;
      const sql = this instanceof StatementSync ? this.sourceSQL : String(args[0]);
      writeSync(1, `${sql.trim().replaceAll(/\s+/g, ' ')}\n`);
      return result;
    },
  });
}

const requests: Readonly<Record<string, Omit<Request, 'number'>>> = {
  append: {
    name: 'append',
    args: ['a', Uint8Array.of(100), [{ clientId: 7, ownerId: 'new' }]],
  },
  compact: { name: 'compact', args: ['a', Uint8Array.of(101), Number(position)] },
  rebuild: { name: 'rebuild', args: ['a', Uint8Array.of(102), [8]] },
  delete: { name: 'delete', args: ['a'] },
};

const database = openDatabase(directory);
const perform = operationsOn(database);
const request = requests[operation];
if (request !== undefined) {
  counting = true;
  const numbered = { number: 1, ...request };
  if (operationKinds[request.name] === 'erase') eraseAlone(database, numbered, perform);
  else commitTogether(database, [numbered], perform);
}
counting = false;
