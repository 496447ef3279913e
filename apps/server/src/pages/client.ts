import type { RequestHandler } from 'express';

/** The client as the server serves it: built, or compiled as it is asked for (`--dev`). */
export interface Client {
  /** Answers with pages, scripts and styles. */
  readonly handler: RequestHandler;
  /** Whether this path is a file that says nothing about anybody: scripts, fonts, the favicon. */
  isAsset(path: string): boolean;
  /** Stops what compiles the client; a built one has nothing to stop. */
  close?(): Promise<void>;
}
