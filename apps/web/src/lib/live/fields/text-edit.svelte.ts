import type { Problem, Result } from '@parley/model';
import { refusedAct } from '../refused-act.ts';
import type { SpaceSession } from '../space-session.svelte.ts';
import { caretAfter } from './caret.ts';

/** The field that is edited. */
export interface FieldOf {
  readonly session: SpaceSession;
  readonly id: string;
  readonly field: string;
  /** What the record holds. */
  readonly value: string;
  readonly write: (text: string, gesture: string) => Result<void>;
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** Milliseconds of quiet after which typing counts as another stretch, undone on its own. */
const pause = 1_500;
let stretches = 0;

/**
 * A text field of a record while people type in it: every keystroke that leaves a valid record is
 * written; what others type appears around the caret; what is not valid stays in the field, says why,
 * and goes back to what the record holds when the field is left.
 */
export class TextEdit {
  readonly #of: () => FieldOf;
  #draft: string | null = $state(null);
  #problems: readonly Problem[] = $state.raw([]);
  #gesture = '';
  #lastTyped = 0;
  /** Where it was said that somebody types here. */
  #saidTo: SpaceSession | null = null;

  /** @param of reads the field's props: the same editor may be given another record */
  constructor(of: () => FieldOf) {
    this.#of = of;
  }

  get shown(): string {
    return this.#draft ?? this.#of().value;
  }

  get error(): string | undefined {
    return this.#problems.length > 0 ? refusedAct(this.#problems) : undefined;
  }

  readonly oninput = (event: { currentTarget: TextElement }) => {
    const text = event.currentTarget.value;
    const now = performance.now();
    if (this.#gesture === '' || now - this.#lastTyped > pause) this.#newStretch();
    this.#lastTyped = now;
    const result = this.#of().write(text, this.#gesture);
    this.#draft = result.ok ? null : text;
    this.#problems = result.ok ? [] : result.problems;
  };

  readonly onfocus = () => {
    this.#newStretch();
    const { session, id, field } = this.#of();
    session.setPresence({ editing: { record: id, field } });
    this.#saidTo = session;
  };

  readonly onblur = () => {
    this.#draft = null;
    this.#problems = [];
    // A field is also left when its record is removed; the props that name it are gone by then.
    this.#saidTo?.setPresence({ editing: null });
    this.#saidTo = null;
  };

  #newStretch() {
    stretches += 1;
    const { id, field } = this.#of();
    this.#gesture = `${id} ${field} ${stretches}`;
  }
}

/** Shows a text in an element without moving the caret of who types there. */
export function showText(element: TextElement, text: string) {
  if (element.value === text) return;
  const before = element.value;
  const { selectionStart, selectionEnd } = element;
  element.value = text;
  if (element !== document.activeElement || selectionStart === null) return;
  element.setSelectionRange(
    caretAfter(before, text, selectionStart),
    caretAfter(before, text, selectionEnd ?? selectionStart),
  );
}
