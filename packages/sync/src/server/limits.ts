/** What one connection or room may cost. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** Connections to all documents together; who comes beyond that is to come back later (R10). */
  readonly maxConnections: number;
  /** Connections to one document (R10). */
  readonly maxConnectionsPerDocument: number;
  /**
   * Bytes that one document may take in the store, its log included. Clients may add nothing to one
   * that is larger, only take away (R10); the server itself may.
   */
  readonly maxDocumentBytes: number;
  /** Largest frame of any kind but step 2 (R4). */
  readonly frameBytes: number;
  /** Largest step 2: what a client that comes back from offline may bring at once (R4). */
  readonly stepTwoBytes: number;
  /** How deep types may stand in types, and values in values (R4). */
  readonly depth: number;
  /** Frames that a client may send each second for as long as it likes (R4). */
  readonly framesPerSecond: number;
  /** Frames that it may send at once after a rest (R4). Twice as many at once end the connection. */
  readonly frameBurst: number;
  /**
   * How long the changes of a client may keep the server busy beyond what their size explains (half a
   * millisecond, and 1 ms for each KiB), and how much of that comes back with each second: milliseconds
   * of the thread (R4).
   */
  readonly workMs: number;
  readonly workPerSecondMs: number;
  /** Unwritten bytes after which a connection counts as a slow reader (R10). */
  readonly bufferedBytes: number;
  /** Received bytes that may wait for the commit before this client is no longer read from. */
  readonly waitingBytes: number;
  /** Largest presence state as JSON (R9). */
  readonly presenceBytes: number;
  /** Least time between two presence frames of a room: 50 ms are 20 a second (R8, R9). */
  readonly presenceMs: number;
  /** Least time between two commits of a busy room (R6, R8). A quiet one never waits. */
  readonly batchMs: number;
  /** Least time between two groups of commits of a busy server (R6). A quiet one never waits. */
  readonly groupMs: number;
  /**
   * Time after which changes that could not be stored are tried again (R6); it doubles with each
   * failure, up to `longestRetryMs`.
   */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** Time between two application frames to an idle client (R13); at most 25 000. */
  readonly heartbeatMs: number;
  /** Updates in the log after which a room that never empties is compacted while it is open. */
  readonly compactAfter: number;
  /** How long a client may take to answer a close before its socket is cut. */
  readonly closeGraceMs: number;
  /** How long looking up access may take for somebody who comes, before it counts as impossible (R2). */
  readonly authorizeMs: number;
  /** How long looking up access again may take before it counts as impossible (R2). */
  readonly recheckMs: number;
  /** How long what was already on its way may go on to somebody who lost access (R2). */
  readonly revokedGraceMs: number;
}

export const defaultLimits: Limits = {
  maxConnections: 20_000,
  maxConnectionsPerDocument: 2_000,
  maxDocumentBytes: 64 * 1024 * 1024,
  frameBytes: 64 * 1024,
  stepTwoBytes: 1024 * 1024,
  depth: 16,
  framesPerSecond: 60,
  frameBurst: 600,
  workMs: 200,
  workPerSecondMs: 50,
  bufferedBytes: 2 * 1024 * 1024,
  waitingBytes: 1024 * 1024,
  presenceBytes: 4 * 1024,
  presenceMs: 50,
  batchMs: 16,
  groupMs: 10,
  retryMs: 250,
  longestRetryMs: 2_000,
  heartbeatMs: 20_000,
  compactAfter: 1_000,
  closeGraceMs: 2_000,
  authorizeMs: 10_000,
  recheckMs: 400,
  revokedGraceMs: 400,
};

/** y-websocket 3.1 gives up on a silent server after 30 s; this leaves it 5 s (R13). */
const longestHeartbeatMs = 25_000;

/** @throws RangeError when a limit is not a positive number or the heartbeat breaks R13. */
export function limitsFrom(changed: Partial<Limits> = {}): Limits {
  const limits = { ...defaultLimits, ...changed };
  for (const [name, value] of Object.entries(limits)) {
    if (!(value > 0)) throw new RangeError(`Sync limit ${name} must be above 0, it is ${value}.`);
  }
  if (limits.heartbeatMs > longestHeartbeatMs) {
    throw new RangeError(
      `Sync limit heartbeatMs must be at most ${longestHeartbeatMs} ms, it is ${limits.heartbeatMs}: ` +
        'y-websocket leaves a server that is silent for longer.',
    );
  }
  return limits;
}
