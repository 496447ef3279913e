/**
 * Why a connection was ended, as the WebSocket close code says it. y-websocket 3.1 stops for good on
 * 4400–4499 and tries again on everything else, so the hundreds carry meaning: 44xx is a decision
 * that trying again cannot change, 45xx a fault that it can.
 */
export const closeCodes = {
  /** The server is being stopped or restarted. Everything acknowledged is kept. */
  goingAway: 1001,
  /**
   * The reader is too slow (R10), the sender far too fast or its change too much work (R4), or the right
   * to the document could not be checked (R2).
   */
  tryLater: 1013,
  /** The frame was not one of this protocol, or not one that this document can take (R4). */
  malformed: 4400,
  /** There is no session, or it ended. Signing in again helps. */
  sessionEnded: 4401,
  /** The right to the document was withdrawn, or a reader tried to write (R2, R3). */
  notAllowed: 4403,
  /** The document does not exist or is not open to this person; the two are not told apart (R1). */
  notFound: 4404,
  /** The document was rebuilt; what this client holds belongs to its former epoch (R12). */
  epochChanged: 4409,
  /** One frame was larger than the server takes (R4), or the document is full (R10). */
  tooLarge: 4413,
  /** A change could not be made durable. Nothing unacknowledged was shown to anybody (R6). */
  notStored: 4500,
  /** The stored document could not be loaded. Nothing was written (R11). */
  notLoaded: 4501,
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

/** One short English phrase for the close frame and for logs; people read the app's own messages. */
export const closeReasons: Readonly<Record<CloseCode, string>> = {
  1001: 'The server is going away',
  1013: 'Try again later',
  4400: 'Malformed frame',
  4401: 'Session ended',
  4403: 'No longer allowed',
  4404: 'Not found or not allowed',
  4409: 'Document was rebuilt',
  4413: 'Frame too large',
  4500: 'Could not be stored, try again',
  4501: 'Could not be loaded, try again',
};

/** 1009 is what the WebSocket layer itself answers to a frame beyond its hard limit. */
const messageTooBig = 1009;

/** Whether connecting again is pointless until a person does something. */
export function isTerminal(code: number): boolean {
  return (code >= 4400 && code < 4500) || code === messageTooBig;
}

/**
 * Whether nothing more of the document may reach who is closed with this code, not even what was sent
 * and is still on its way (R2, R12).
 */
export function endsAccess(code: CloseCode): boolean {
  const ends: readonly CloseCode[] = [
    closeCodes.sessionEnded,
    closeCodes.notAllowed,
    closeCodes.notFound,
    closeCodes.epochChanged,
  ];
  return ends.includes(code);
}
