import type { Person, PersonThere } from '@parley/contracts';

type Board = PersonThere['boards'][number];

/** One open page. */
export interface OpenPage {
  readonly spaceId: string;
  readonly person: Person;
  readonly board: Board | undefined;
}

/** Changes of one space within this time are told together, in milliseconds. */
const together = 100;

/**
 * Which pages are open in which space. Each space is told of on its own clock: when one changes, no
 * other is told anything, nor any later.
 */
export class WhoIsWhere {
  readonly #pages = new Map<string, OpenPage>();
  readonly #pagesOf = new Map<string, Set<string>>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #changed: (spaceId: string) => void;

  /** @param changed called some moments after somebody came, went or changed board in a space */
  constructor(changed: (spaceId: string) => void) {
    this.#changed = changed;
  }

  /** Puts a page where it is now, which may be another space than before. */
  put(pageId: string, page: OpenPage): void {
    const before = this.#pages.get(pageId);
    if (before?.spaceId === page.spaceId && before.board === page.board) return;
    if (before && before.spaceId !== page.spaceId) this.remove(pageId);
    this.#pages.set(pageId, page);
    const pages = this.#pagesOf.get(page.spaceId) ?? new Set();
    this.#pagesOf.set(page.spaceId, pages.add(pageId));
    this.#tellSoon(page.spaceId);
  }

  remove(pageId: string): void {
    const page = this.#pages.get(pageId);
    if (page === undefined) return;
    this.#pages.delete(pageId);
    const pages = this.#pagesOf.get(page.spaceId);
    pages?.delete(pageId);
    if (pages?.size === 0) this.#pagesOf.delete(page.spaceId);
    this.#tellSoon(page.spaceId);
  }

  /** Who is in a space, each person once, in the order in which they came. */
  peopleIn(spaceId: string): PersonThere[] {
    const people = new Map<string, PersonThere>();
    for (const pageId of this.#pagesOf.get(spaceId) ?? []) {
      const page = this.#pages.get(pageId);
      if (page === undefined) continue;
      const { id, name, color } = page.person;
      const known = people.get(id) ?? { id, name, color, boards: [] };
      if (page.board && !known.boards.includes(page.board)) known.boards.push(page.board);
      people.set(id, known);
    }
    return [...people.values()];
  }

  close(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #tellSoon(spaceId: string): void {
    if (this.#waiting.has(spaceId)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(spaceId);
      this.#changed(spaceId);
    }, together);
    this.#waiting.set(spaceId, timer);
  }
}
