import { boardDocumentId, ledgerDocumentId } from '@parley/contracts';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { TestParley } from './test-parley.ts';
import type { Visitor } from './visitor.ts';

/** A document as a stock y-websocket client has it, in a browser that is signed in. */
export interface OpenBoard {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  close(): void;
}

/** Resolves when its line closes the next time, with the code and the moment (ms since 1970). */
export const closing = ({ provider }: OpenBoard): Promise<{ code: number; at: number }> =>
  new Promise((resolve) => {
    provider.once('connection-close', (event) =>
      resolve({ code: event?.code ?? 0, at: Date.now() }),
    );
  });

type At = Pick<TestParley, 'origin'>;

/** Opens a space's board and resolves once it is synced. */
export const openBoard = (parley: At, visitor: Visitor, spaceId: string): Promise<OpenBoard> =>
  openDocument(parley, visitor, boardDocumentId(spaceId));

/** The same for its ledger. */
export const openLedger = (parley: At, visitor: Visitor, spaceId: string): Promise<OpenBoard> =>
  openDocument(parley, visitor, ledgerDocumentId(spaceId));

/** Begins to sync a document, whatever comes of it. */
export function connect(
  parley: At,
  visitor: Visitor,
  documentId: string,
  doc: Y.Doc,
): WebsocketProvider {
  // What a browser adds by itself, as it is at the time.
  class SignedInSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string[]) {
      const headers = { cookie: visitor.cookie, origin: parley.origin };
      super(url, protocols, { headers });
    }
  }
  return new WebsocketProvider(
    `${parley.origin.replace('http', 'ws')}/sync`,
    documentId,
    doc,
    // y-websocket asks for the DOM's class; that of ws has all that it uses.
    { disableBc: true, WebSocketPolyfill: SignedInSocket as never },
  );
}

async function openDocument(parley: At, visitor: Visitor, documentId: string): Promise<OpenBoard> {
  const doc = new Y.Doc();
  const provider = connect(parley, visitor, documentId, doc);
  const close = () => {
    provider.destroy();
    doc.destroy();
  };
  await new Promise<void>((resolve, reject) => {
    const fail = () => {
      close();
      reject(new Error('The document did not open.'));
    };
    provider.on('connection-error', fail);
    provider.once('sync', () => {
      // From now on it comes back by itself.
      provider.off('connection-error', fail);
      resolve();
    });
  });
  return { doc, provider, close };
}
