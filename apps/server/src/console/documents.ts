import { boardDocumentId, ledgerDocumentId } from '@parley/contracts';

/** The documents of a space. */
export const documentIdsOf = (spaceId: string): readonly string[] => [
  boardDocumentId(spaceId),
  ledgerDocumentId(spaceId),
];
