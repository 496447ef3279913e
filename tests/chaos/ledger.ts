import * as Y from 'yjs';

/** What one writer did, in its order. Tokens are never used twice. */
export type Entry =
  | { readonly act: 'add'; readonly token: string }
  | { readonly act: 'edit'; readonly token: string; readonly version: number }
  | { readonly act: 'remove'; readonly token: string };

/** What one writer did and was told, kept outside of every document. */
export interface Ledger {
  readonly writer: string;
  readonly entries: readonly Entry[];
  /** So many of the entries, from the first on, the server has called durable. */
  readonly acknowledged: number;
  /** What the writer was shown of others: how much of each one's, and which removals. */
  readonly shown: ReadonlyMap<number, number>;
  readonly shownRemoved: ReadonlySet<string>;
}

/** The board that is written: a list of tokens, and records with a version, by token. */
export interface Board {
  readonly list: Y.Array<string>;
  readonly records: Y.Map<Y.Map<number>>;
}

export function boardOf(doc: Y.Doc): Board {
  return { list: doc.getArray('list'), records: doc.getMap('records') };
}

/**
 * What of these ledgers a document lacks, in sentences; none when it keeps all that was acknowledged
 * to anybody and shown to anybody (R6, R7).
 */
export function missingFrom(stored: Y.Doc, ledgers: readonly Ledger[]): string[] {
  const { list, records } = boardOf(stored);
  const kept = new Map<string, number>(list.toArray().map((token) => [token, 0]));
  for (const [token, record] of records) kept.set(token, record.get('version') ?? 0);
  // Whoever removed something may have been told or not: it may be gone then.
  const mayBeGone = new Set(
    ledgers.flatMap(({ entries }) =>
      entries.flatMap(({ act, token }) => (act === 'remove' ? [token] : [])),
    ),
  );

  const lacking = (entry: Entry): string | null => {
    const version = kept.get(entry.token);
    if (entry.act === 'remove') return version === undefined ? null : 'a removal';
    if (version === undefined) return mayBeGone.has(entry.token) ? null : 'an addition';
    return entry.act === 'edit' && version < entry.version ? 'an edit' : null;
  };
  const state = Y.decodeStateVector(Y.encodeStateVector(stored));
  return ledgers.flatMap(({ writer, entries, acknowledged, shown, shownRemoved }) => [
    ...entries.slice(0, acknowledged).flatMap((entry) => {
      const what = lacking(entry);
      return what === null ? [] : [`${what} of ${entry.token}, acknowledged to ${writer}`];
    }),
    ...[...shown].flatMap(([clientId, clock]) =>
      (state.get(clientId) ?? 0) < clock ? [`changes of ${clientId} that ${writer} was shown`] : [],
    ),
    ...[...shownRemoved].flatMap((token) =>
      kept.has(token) ? [`the removal of ${token} that ${writer} was shown`] : [],
    ),
  ]);
}
