import { onTestFinished } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { DocumentProvider, type DocumentProviderOptions } from '../client/index.ts';

// The parts of the browser's class that providers use are the same in ws; the types differ.
const WebSocketPolyfill = NodeSocket as unknown as typeof WebSocket;

export const documentId = 'lake';

export interface StockClient {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly provider: WebsocketProvider;
}

export interface OurClient {
  readonly doc: Y.Doc;
  readonly text: Y.Text;
  readonly provider: DocumentProvider;
}

/** The provider as everybody has it from npm. */
export function stockClient(url: string, as: string, params = {}, doc = new Y.Doc()): StockClient {
  const provider = new WebsocketProvider(url, documentId, doc, {
    params: { as, ...params },
    WebSocketPolyfill,
    disableBc: true,
  });
  onTestFinished(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  return { doc, text: doc.getText('notes'), provider };
}

export function ourClient(
  url: string,
  as: string,
  options: DocumentProviderOptions = {},
  doc = new Y.Doc(),
): OurClient {
  const provider = new DocumentProvider(url, documentId, doc, {
    WebSocketPolyfill,
    longestWaitMs: 100,
    ...options,
    params: { as, ...options.params },
  });
  onTestFinished(() => provider.destroy());
  return { doc, text: doc.getText('notes'), provider };
}

/** Resolves when the condition holds, looking again after each event that `watch` reports. */
function when(watch: (look: () => void) => () => void, condition: () => boolean): Promise<void> {
  const { promise, resolve }: PromiseWithResolvers<void> = Promise.withResolvers();
  let stop: (() => void) | null = null;
  const look = (): void => {
    if (!condition()) return;
    stop?.();
    resolve();
  };
  stop = watch(look);
  look();
  return promise;
}

export const whenText = (doc: Y.Doc, expected: string): Promise<void> =>
  whenDoc(doc, () => doc.getText('notes').toJSON() === expected);

export const whenDoc = (doc: Y.Doc, condition: () => boolean): Promise<void> =>
  when((look) => {
    doc.on('update', look);
    return () => doc.off('update', look);
  }, condition);

export const whenSynced = ({ provider }: StockClient): Promise<void> =>
  when(
    (look) => {
      provider.on('sync', look);
      return () => provider.off('sync', look);
    },
    () => provider.synced,
  );

export const whenClosed = ({ provider }: StockClient): Promise<{ code: number; reason: string }> =>
  new Promise((resolve) => provider.once('closed', (event) => resolve(event)));

type AwarenessState = Readonly<Record<string, unknown>>;

/** Resolves when the states that this client sees of others fulfil the condition. */
export const whenOthers = (
  { doc, provider: { awareness } }: StockClient | OurClient,
  condition: (others: readonly AwarenessState[]) => boolean,
): Promise<void> =>
  when(
    (look) => {
      awareness.on('change', look);
      return () => awareness.off('change', look);
    },
    () =>
      condition(
        [...awareness.getStates()].filter(([id]) => id !== doc.clientID).map(([, state]) => state),
      ),
  );

export const whenState = (
  { provider }: OurClient,
  condition: (state: DocumentProvider['state']) => boolean,
): Promise<void> =>
  when(
    (look) => provider.subscribe(look),
    () => condition(provider.state),
  );

/** Connected, all brought and all acknowledged: what a page calls "Saved". */
export const whenSaved = (client: OurClient): Promise<void> =>
  whenState(
    client,
    ({ connection, synced, pending, pendingUncertain }) =>
      connection === 'connected' && synced && pending === 0 && !pendingUncertain,
  );
