import type * as Y from 'yjs';
import { rootOf } from '../board/roots.ts';
import { commentable, type Commentable } from './entries/comment.ts';

/** A record that people can talk about, if the words name one. */
export function commentedRecord(about: {
  readonly type: string;
  readonly id: string;
}): { readonly type: Commentable; readonly id: string } | null {
  const type = commentable.find((name) => name === about.type);
  return type === undefined ? null : { type, id: about.id };
}

/** Whether a board holds this record, readable or not. */
export const isOnBoard = (
  board: Y.Doc,
  { type, id }: { readonly type: Commentable; readonly id: string },
): boolean => rootOf(board, type).has(id);
