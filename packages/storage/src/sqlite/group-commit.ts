import type { DatabaseSync } from 'node:sqlite';
import { failureFrom } from './failure.ts';
import type { Perform } from './operations.ts';
import type { Outcome, Request } from './protocol.ts';

/** The longest that one commit goes on gathering requests, in ms (R6). */
const groupWindow = 10;

/**
 * Performs writes in one transaction, so that one which fails takes no other with it. Stops gathering
 * after `gatherFor` ms: the number of outcomes says how many requests were taken, at least one. When
 * it returns, what is `done` is durable.
 */
export function commitTogether(
  database: DatabaseSync,
  requests: readonly Request[],
  perform: Perform,
  gatherFor = groupWindow,
): Outcome[] {
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    // Somebody else has the lock. Asking again for each would only multiply the wait.
    return requests.map(() => failed(error));
  }
  const outcomes: Outcome[] = [];
  try {
    const deadline = performance.now() + gatherFor;
    for (const request of requests) {
      outcomes.push({ done: true, value: perform(request) });
      if (performance.now() > deadline) break;
    }
    database.exec('COMMIT');
    return outcomes;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (requests.length === 1) return [failed(error)];
    // One request failed, or the commit as a whole, perhaps because of a single request (a disk too
    // full for a large one): each gets a commit of its own, and only those that fail again are
    // refused.
    return requests
      .slice(0, outcomes.length + 1)
      .flatMap((request) => commitTogether(database, [request], perform));
  }
}

/** Performs one read on a consistent view of the database. */
export function readAlone(database: DatabaseSync, request: Request, perform: Perform): Outcome {
  try {
    database.exec('BEGIN');
    const value = perform(request);
    database.exec('COMMIT');
    return { done: true, value };
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    return failed(error);
  }
}

/**
 * Deletes, then empties the write-ahead log: the deleted bytes would otherwise stay readable in it
 * until later writes happen to cover them. Another process that is reading can delay that.
 */
export function eraseAlone(database: DatabaseSync, request: Request, perform: Perform): Outcome[] {
  const outcomes = commitTogether(database, [request], perform);
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return outcomes;
  } catch (error) {
    return [failed(error)];
  }
}

function failed(error: unknown): Outcome {
  return { done: false, failure: failureFrom(error) };
}
