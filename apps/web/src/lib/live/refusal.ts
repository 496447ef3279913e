import { closeCodes } from '@parley/sync/client';

/** What helps when the server has ended the connection for good. */
export type Refusal =
  /** A new session. */
  | 'signed-out'
  /** Nothing that this person could do. */
  | 'shut-out'
  /** Opening the space anew: it is another one than this page holds (R12). */
  | 'rebuilt'
  /** Going on without the change that the server did not take. */
  | 'too-large'
  | 'malformed';

/** The WebSocket layer's own answer to a frame beyond every limit. */
const messageTooBig = 1009;

/** @param code the close code (sync, close-codes.ts) */
export function refusalOf(code: number): Refusal {
  switch (code) {
    case closeCodes.sessionEnded:
      return 'signed-out';
    case closeCodes.notAllowed:
    case closeCodes.notFound:
      return 'shut-out';
    case closeCodes.epochChanged:
      return 'rebuilt';
    case closeCodes.tooLarge:
    case messageTooBig:
      return 'too-large';
    default:
      return 'malformed';
  }
}
