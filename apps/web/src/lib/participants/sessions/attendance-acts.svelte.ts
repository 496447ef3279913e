import { participantsInBlock, type Participant } from '@parley/model';
import { inParts } from '../invitations/recording.ts';
import type { SessionsState } from './sessions-state.svelte.ts';

/** What is on record of somebody in the sessions at hand: the same in all of them, nothing, or not the same. */
export type Said = 'came' | 'absent' | 'unknown' | 'mixed';

interface Change {
  readonly block: string;
  readonly person: string;
  readonly before: boolean | null;
}

/** Taking attendance of one session, or of all of a day. What is said can be taken back step by step. */
export class AttendanceActs {
  readonly #sessions: SessionsState;
  readonly #blocks: () => readonly string[];
  /** Each step with what it changed, the last one last. */
  #steps: readonly { readonly words: string; readonly changes: readonly Change[] }[] = $state.raw(
    [],
  );
  /** Agenda block → those who belong in it. */
  readonly #belong: ReadonlyMap<string, ReadonlySet<string>> = $derived.by(() => {
    const { people } = this.#sessions.board;
    return new Map(
      this.#blocks().map((id) => {
        const block = this.#sessions.block(id);
        const belong = block ? participantsInBlock(block, people) : [];
        return [id, new Set(belong.map((person) => person.id))];
      }),
    );
  });

  constructor(sessions: SessionsState, blocks: () => readonly string[]) {
    this.#sessions = sessions;
    this.#blocks = blocks;
  }

  /** What the last step was, in words; null: there is none. */
  get last(): string | null {
    return this.#steps.at(-1)?.words ?? null;
  }

  said(person: string): Said {
    const { attendance } = this.#sessions;
    const said = new Set(
      this.#blocksFor(person).map((block) => attendance.get(block)?.get(person)),
    );
    if (said.size > 1) return 'mixed';
    const [one] = said;
    return one === undefined ? 'unknown' : one ? 'came' : 'absent';
  }

  isUnderWay(person: string): boolean {
    return this.#blocksFor(person).some((block) => this.#sessions.isUnderWay(block, person));
  }

  /**
   * Says of people that they came, or did not, to those of the sessions where they belong.
   * @param words what it was, for who takes it back
   */
  say(people: readonly Pick<Participant, 'id'>[], came: boolean | null, words: string): void {
    const { attendance } = this.#sessions;
    const changes = people.flatMap(({ id: person }) =>
      this.#blocksFor(person).flatMap((block): Change[] => {
        const before = attendance.get(block)?.get(person) ?? null;
        return before === came ? [] : [{ block, person, before }];
      }),
    );
    if (changes.length === 0) return;
    this.#give(changes, () => came);
    this.#steps = [...this.#steps, { words, changes }];
  }

  undo(): void {
    const step = this.#steps.at(-1);
    if (!step) return;
    this.#steps = this.#steps.slice(0, -1);
    this.#give(step.changes, ({ before }) => before);
  }

  #give(changes: readonly Change[], to: (change: Change) => boolean | null): void {
    const { ledger } = this.#sessions.board.session;
    for (const [block, inBlock] of Map.groupBy(changes, (change) => change.block)) {
      for (const [came, alike] of Map.groupBy(inBlock, to)) {
        for (const participants of inParts(alike.map(({ person }) => ({ id: person })))) {
          ledger?.give({ kind: 'record-attendance', block, participants, came });
        }
      }
    }
  }

  /** The sessions where somebody belongs; all at hand, for one who belongs in none and comes. */
  #blocksFor(person: string): readonly string[] {
    const blocks = this.#blocks();
    const own = blocks.filter((block) => this.#belong.get(block)?.has(person));
    return own.length > 0 ? own : blocks;
  }
}
