import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { openDatabase } from './connection.ts';
import { ForeignChanges } from './foreign-changes.ts';
import { failureFrom } from './failure.ts';
import { commitTogether, eraseAlone, readAlone } from './group-commit.ts';
import { operationsOn } from './operations.ts';
import type { Perform } from './operations.ts';
import { closeRequest, operationKinds } from './protocol.ts';
import type { FromWorker, Outcome, Request, ToWorker } from './protocol.ts';

/** How often it is looked for changes of other processes, in ms. */
const lookEveryMs = 250;

/*
 * The thread that owns the database, so that no fsync ever holds up a socket. Requests are performed
 * in the order in which they came. What arrives while a commit is running waits for the next one and
 * shares it (R6); a lone request finds the queue empty and is committed at once.
 */

if (parentPort === null) throw new Error('worker.ts runs only as a worker thread');
open(parentPort, String(workerData));

function open(port: MessagePort, directory: string): void {
  let database: DatabaseSync;
  let perform: Perform;
  try {
    database = openDatabase(directory);
    perform = operationsOn(database);
  } catch (error) {
    send(port, { kind: 'refused', failure: failureFrom(error) });
    port.close();
    return;
  }
  const queue: ToWorker[] = [];
  const foreignChanges = new ForeignChanges(database);
  const looking = setInterval(() => {
    if (foreignChanges.look()) send(port, { kind: 'changed-elsewhere' });
  }, lookEveryMs);
  port.on('message', (message: ToWorker) => {
    // The port hands over all that has arrived before the immediate runs.
    if (queue.push(message) === 1) setImmediate(() => work(port, database, perform, queue));
  });
  port.on('close', () => clearInterval(looking));
  send(port, { kind: 'opened' });
}

function work(
  port: MessagePort,
  database: DatabaseSync,
  perform: Perform,
  queue: ToWorker[],
): void {
  const messages = queue.splice(0);
  const requests = messages.flatMap((message) => (message === closeRequest ? [] : message));
  for (let next = 0; next < requests.length;) {
    const run = runFrom(requests, next);
    const outcomes = performRun(database, run, perform);
    answer(port, run, outcomes);
    next += outcomes.length;
  }
  if (messages.at(-1) === closeRequest) {
    database.close();
    port.close();
  }
}

/** The requests from `start` on that run together: neighbouring writes, or one of any other kind. */
function runFrom(requests: readonly Request[], start: number): readonly Request[] {
  let end = start;
  while (isWrite(requests[end])) end += 1;
  return requests.slice(start, Math.max(end, start + 1));
}

function isWrite(request: Request | undefined): boolean {
  return request !== undefined && operationKinds[request.name] === 'write';
}

function performRun(
  database: DatabaseSync,
  run: readonly Request[],
  perform: Perform,
): readonly Outcome[] {
  const [first] = run;
  if (first === undefined) return [];
  switch (operationKinds[first.name]) {
    case 'read':
      return [readAlone(database, first, perform)];
    case 'erase':
      return eraseAlone(database, first, perform);
    case 'write':
      return commitTogether(database, run, perform);
  }
}

function answer(port: MessagePort, run: readonly Request[], outcomes: readonly Outcome[]): void {
  const answers = outcomes.flatMap((outcome, index) => {
    const number = run[index]?.number;
    return number === undefined ? [] : [{ number, outcome }];
  });
  send(port, { kind: 'answers', answers }, outcomes.flatMap(buffersOf));
}

function send(port: MessagePort, message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

/** Hands the memory of a loaded document over instead of copying it. */
function buffersOf(outcome: Outcome): readonly ArrayBuffer[] {
  return outcome.done ? buffersIn(outcome.value) : [];
}

function buffersIn(value: unknown): readonly ArrayBuffer[] {
  if (value === null || typeof value !== 'object') return [];
  if (!ArrayBuffer.isView(value)) return Object.values(value).flatMap(buffersIn);
  return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
}
