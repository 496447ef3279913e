import * as Y from 'yjs';
import { recordNames } from '../records/index.ts';
import { completeRecord, lacksFields } from './codec.ts';
import type { BoardReader, Touched } from './reader.ts';
import { rootOf, typeOf } from './roots.ts';

/**
 * The origin of everything that the person at this device writes: its name says what they did, and
 * undo takes back acts only, never what came from others.
 */
export class Act {
  readonly name: string;
  /** Acts with one gesture (a drag, a stretch of typing) are undone together. */
  readonly gesture: string | null;

  constructor(name: string, gesture: string | null = null) {
    this.name = name;
    this.gesture = gesture;
  }
}

type StackItem = Y.UndoManager['undoStack'][number];

/**
 * Undo and redo of one person's own acts in one document.
 *
 * Yjs alone leaves two things to be desired, both when somebody else writes at the same time:
 *
 * - Two rename an actor at once and mine is the name that stays; I undo. Yjs deletes my name and does
 *   not return to the one before, since theirs came after it: the actor is left without a name. The
 *   same happens to what was edited elsewhere while I removed it, when I bring it back. So each act
 *   keeps the records that it touched as they were, and a record that its undo makes unreadable gets
 *   the missing fields back from there.
 * - Where an act has nothing left to take back, Yjs goes on to the one before it, that nobody asked
 *   for. Here one undo takes back one act at most, the one that `undoName` named.
 */
export class ActHistory {
  readonly #doc: Y.Doc;
  readonly #reader: BoardReader;
  readonly #manager: Y.UndoManager;
  readonly #before = new WeakMap<StackItem, Map<string, Touched>>();
  readonly #listeners = new Set<() => void>();
  #last: Act | null = null;
  /** Name of the act that is being undone or redone: the reverse item is filed under it as well. */
  #reversing: string | null = null;

  /** @param reader must observe the document already: it has to read a transaction before undo files it */
  constructor(doc: Y.Doc, reader: BoardReader) {
    this.#doc = doc;
    this.#reader = reader;
    this.#manager = new Y.UndoManager(
      recordNames.map((name) => rootOf(doc, name)),
      // Where one act ends and the next begins is said by `begin`, not by a clock.
      { doc, trackedOrigins: new Set([Act]), captureTimeout: Number.MAX_SAFE_INTEGER },
    );
    this.#manager.on('stack-item-added', ({ stackItem, origin }) => {
      stackItem.meta.set('name', origin instanceof Act ? origin.name : (this.#reversing ?? ''));
      this.#remember(stackItem);
      this.#notify();
    });
    this.#manager.on('stack-item-updated', ({ stackItem }) => {
      this.#remember(stackItem);
    });
    this.#manager.on('stack-item-popped', ({ stackItem }) => {
      this.#complete(stackItem);
    });
    this.#manager.on('stack-cleared', () => {
      this.#notify();
    });
  }

  /** Must be called before an act is written. */
  begin(act: Act) {
    const continues =
      act.gesture !== null && this.#last?.name === act.name && this.#last.gesture === act.gesture;
    if (!continues) this.#manager.stopCapturing();
    this.#last = act;
  }

  /** Name of the act that `undo` would take back; null when there is none. */
  get undoName(): string | null {
    return nameOf(this.#manager.undoStack);
  }

  get redoName(): string | null {
    return nameOf(this.#manager.redoStack);
  }

  undo() {
    this.#reverse(this.#manager.undoStack, () => this.#manager.undo());
  }

  redo() {
    this.#reverse(this.#manager.redoStack, () => this.#manager.redo());
  }

  /** Calls back whenever what can be undone or redone has changed. @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy() {
    this.#listeners.clear();
    this.#manager.destroy();
  }

  /** @param run pops `stack` and must not find anything below its top */
  #reverse(stack: StackItem[], run: () => unknown) {
    const name = nameOf(stack);
    if (name === null) return;
    const below = stack.splice(0, stack.length - 1);
    this.#last = null;
    this.#reversing = name;
    try {
      run();
    } finally {
      stack.unshift(...below);
      this.#reversing = null;
    }
    this.#notify();
  }

  #notify() {
    // While an act is being reversed, most of a stack is out of sight.
    if (this.#reversing === null) for (const listener of [...this.#listeners]) listener();
  }

  /** Files what the act's transaction touched; of several, the state before the first counts. */
  #remember(item: StackItem) {
    const before = this.#before.get(item) ?? new Map<string, Touched>();
    this.#before.set(item, before);
    for (const touched of this.#reader.touched) {
      const key = `${touched.name}/${touched.id}`;
      if (!before.has(key)) before.set(key, touched);
    }
  }

  #complete(item: StackItem) {
    const broken = [...(this.#before.get(item)?.values() ?? [])].flatMap(({ name, id, before }) => {
      const stored = rootOf(this.#doc, name).get(id);
      if (!before || !(stored instanceof Y.Map)) return [];
      const lacks =
        this.#reader.isUnreadable(name, id) || lacksFields(typeOf(name), stored, before);
      return lacks ? [{ type: typeOf(name), stored, before }] : [];
    });
    if (broken.length === 0) return;
    this.#doc.transact(() => {
      for (const { type, stored, before } of broken) completeRecord(type, stored, before);
    }, 'completion');
  }
}

function nameOf(stack: readonly StackItem[]): string | null {
  const name: unknown = stack.at(-1)?.meta.get('name');
  return typeof name === 'string' ? name : null;
}
