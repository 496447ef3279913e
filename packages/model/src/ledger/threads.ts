import type { Author } from './entry.ts';
import type { EntryOf } from './entries/index.ts';

export type Comment = EntryOf<'comment'>;

/** What was said about one record, one after the other. */
export interface Thread {
  /** The id of its first comment. */
  readonly id: string;
  readonly about: Comment['about'];
  /** The first comment and the answers to it. */
  readonly comments: readonly Comment[];
  /** Who settled it and when (ms since 1970); null while it is open. */
  readonly resolved: { readonly at: number; readonly by: Author } | null;
}

/** Threads in the order in which they began. Each answer stands with the thread that it names. */
export function threads(
  comments: readonly Comment[],
  states: readonly EntryOf<'thread-state'>[],
): readonly Thread[] {
  const answers = Map.groupBy(comments, ({ thread }) => thread);
  const latest = new Map(states.map((state) => [state.thread, state]));
  return (answers.get(null) ?? []).map((first) => {
    const state = latest.get(first.id);
    return {
      id: first.id,
      about: first.about,
      comments: [first, ...(answers.get(first.id) ?? [])],
      resolved: state?.resolved === true ? { at: state.at, by: state.by } : null,
    };
  });
}
