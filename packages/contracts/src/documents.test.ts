import { describe, expect, test } from 'vitest';
import { boardDocumentId, ledgerDocumentId, readDocumentId } from './documents.ts';

describe('document ids', () => {
  test('lead from a space to its documents and back', () => {
    const spaceId = 'space-0001';
    expect(readDocumentId(boardDocumentId(spaceId))).toEqual({ spaceId, kind: 'board' });
    expect(readDocumentId(ledgerDocumentId(spaceId))).toEqual({ spaceId, kind: 'ledger' });
  });

  test.each(['', 'space-0001', 'space-0001.notes', '../../etc.board', 'a.board', 'x'.repeat(80)])(
    'says nothing to %j',
    (id) => expect(readDocumentId(id)).toBeNull(),
  );
});
