import { StorageError } from '@parley/storage';
import pino from 'pino';
import { expect, it } from 'vitest';
import { sayIn } from './sync-log.ts';

it('names a document that was set aside, says why and what to do, and repeats no message', () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line) => lines.push(line) });
  const error = new StorageError('Something that Amira wrote', { code: 'damaged' });
  sayIn(log)({ kind: 'load-failed', documentId: 'space.board', error });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    kind: 'load-failed',
    documentId: 'space.board',
    fault: { kind: 'StorageError', code: 'damaged' },
    msg: expect.stringContaining('restore the document from a backup') as unknown,
  });
  expect(lines[0]).not.toContain('Amira');
});

it('makes no alarm of a document that was deleted while it was open', () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line) => lines.push(line) });
  const error = new StorageError('gone', { code: 'deleted' });
  sayIn(log)({ kind: 'commit-failed', documentId: 'space.board', error });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, kind: 'commit-failed' });
});
