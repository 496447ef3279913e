import * as Y from 'yjs';
import { recordNames } from '../records/index.ts';
import { rootOf } from './roots.ts';

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

/** Undo and redo of one person's own acts in one document. */
export class ActHistory {
  readonly #manager: Y.UndoManager;
  #last: Act | null = null;
  /** Name of the act that is being undone or redone: the reverse item is filed under it as well. */
  #reversing: string | null = null;

  constructor(doc: Y.Doc) {
    this.#manager = new Y.UndoManager(
      recordNames.map((name) => rootOf(doc, name)),
      // Where one act ends and the next begins is said by `begin`, not by a clock.
      { doc, trackedOrigins: new Set([Act]), captureTimeout: Number.MAX_SAFE_INTEGER },
    );
    this.#manager.on('stack-item-added', ({ stackItem, origin }) => {
      stackItem.meta.set('name', origin instanceof Act ? origin.name : (this.#reversing ?? ''));
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
    this.#reverse(this.undoName, () => this.#manager.undo());
  }

  redo() {
    this.#reverse(this.redoName, () => this.#manager.redo());
  }

  /** Calls back whenever what can be undone or redone has changed. @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
    for (const event of events) this.#manager.on(event, listener);
    return () => {
      for (const event of events) this.#manager.off(event, listener);
    };
  }

  destroy() {
    this.#manager.destroy();
  }

  #reverse(name: string | null, run: () => unknown) {
    if (name === null) return;
    this.#last = null;
    this.#reversing = name;
    try {
      run();
    } finally {
      this.#reversing = null;
    }
  }
}

function nameOf(stack: readonly { readonly meta: Map<unknown, unknown> }[]): string | null {
  const name: unknown = stack.at(-1)?.meta.get('name');
  return typeof name === 'string' ? name : null;
}
