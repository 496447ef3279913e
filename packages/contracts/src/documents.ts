/** The two documents of a space, synced at `/sync/<document id>` (architecture.md). */
export const documentKinds = ['board', 'ledger'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The id of the document that people co-edit. */
export const boardDocumentId = (spaceId: string): string => `${spaceId}.board`;

/** The id of the document that the server alone writes. */
export const ledgerDocumentId = (spaceId: string): string => `${spaceId}.ledger`;

/** Which document of which space an id names; null for anything else. */
export function readDocumentId(
  documentId: string,
): { readonly spaceId: string; readonly kind: DocumentKind } | null {
  const match = /^([A-Za-z0-9_-]{8,64})\.(board|ledger)$/.exec(documentId);
  const [, spaceId, kind] = match ?? [];
  if (spaceId === undefined) return null;
  return { spaceId, kind: kind === 'ledger' ? 'ledger' : 'board' };
}
