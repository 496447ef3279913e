import type { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../contract.ts';
import { auditTrail } from './audit.ts';
import { administration } from './administration.ts';
import { arrivalsTo } from './arrivals.ts';
import { ballots } from './ballots.ts';
import { documentLog } from './document-log.ts';
import { invitationsTo } from './invitations.ts';
import { persons } from './persons.ts';
import { processes } from './processes.ts';
import type { Operations, Request } from './protocol.ts';
import { sealedRatings } from './sealed-ratings.ts';
import { spaces } from './spaces.ts';
import { query } from './statements.ts';

/** Performs one request inside the transaction that is open, and returns its answer. */
export type Perform = (request: Request) => unknown;

/** Prepares every statement once and returns what performs requests with them. */
export function operationsOn(database: DatabaseSync): Perform {
  const people = persons(database);
  const places = processes(database);
  const documents = documentLog(database);
  const arrivals = arrivalsTo(database, places);
  const lastUpdate = query(database, 'SELECT max(position) FROM updates');
  const operations: Operations = {
    ping() {
      lastUpdate.first({});
    },
    ...documents,
    ...ballots(database),
    ...sealedRatings(database),
    ...people,
    ...places,
    ...auditTrail(database),
    ...administration(database, documents),
    ...spaces(database, places),
    ...arrivals,
    ...invitationsTo(database, { ...people, ...places, ...arrivals }),
  };

  return ({ name, args }) => {
    if (!args.every(isKeptExactly)) {
      throw new StorageError(
        'Nothing was stored or read: the text holds half a surrogate pair, which no encoding keeps.',
      );
    }
    // The client's `call` has checked name and arguments against `Operations` when it was compiled;
    // the pairing of the two is lost in a message.
    const operation = operations[name] as (...args: readonly unknown[]) => unknown;
    return operation(...args);
  };
}

/** SQLite would store half a surrogate pair as U+FFFD, and two different ids could become one. */
function isKeptExactly(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return true;
  return Object.values(value).every(isKeptExactly);
}
