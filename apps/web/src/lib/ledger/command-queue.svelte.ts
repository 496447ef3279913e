import {
  Command,
  isForLater,
  type CommandAnswer,
  type CommandKind,
  type CommandOf,
  type CommandRefusal,
  type CommandRequest,
} from '@parley/contracts';
import { newId } from '@parley/model';
import * as v from 'valibot';
import type { KeptCommands } from './kept-commands.ts';

/** A command on its way. */
export interface Queued {
  readonly id: string;
  readonly command: Command;
  readonly state: 'waiting' | 'sending' | 'accepted' | 'refused';
  /** The entry that it became, once it is accepted. */
  readonly entry?: string;
  readonly reason?: CommandRefusal;
  readonly fields?: readonly string[];
}

export interface QueueParts {
  readonly spaceId: string;
  readonly kept: KeptCommands;
  /** Resolves with null when the server could not be asked. */
  readonly send: (request: CommandRequest) => Promise<CommandAnswer | null>;
  /** Whether the server has all changes to the board: what a command is about may be among them. */
  readonly boardIsThere: () => boolean;
  /** Whether this entry is in the ledger that the page has. */
  readonly hasEntry: (id: string) => boolean;
}

/**
 * Whether the same command may be taken later. What is gone for the server may be on its way there: boards
 * and commands travel by lines of their own.
 */
const isEarly = (reason: CommandRefusal, boardWasThere: boolean): boolean =>
  isForLater(reason) || (reason === 'gone' && !boardWasThere);

/** Ms before a command is sent again that the server could not take, or did not answer. */
const again = 3_000;

/**
 * Commands in the order in which they were given, one after the other, each with an id of its own: so
 * often as it has to be sent, it is done once. What the server refuses stays until the person has seen
 * it where they acted.
 */
export class CommandQueue {
  readonly #parts: QueueParts;
  #items: readonly Queued[] = $state.raw([]);
  #running = false;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(parts: QueueParts) {
    this.#parts = parts;
    this.#items = parts.kept.read().map((item) => ({ ...item, state: 'waiting' }));
    this.flush();
  }

  /** How many the server has neither taken nor refused. */
  get waiting(): number {
    return this.#items.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  }

  /** Those of a kind that are under way or were refused, the oldest first. */
  of<K extends CommandKind>(kind: K): readonly (Queued & { readonly command: CommandOf<K> })[] {
    return this.#items.filter(
      (item): item is Queued & { command: CommandOf<K> } => item.command.kind === kind,
    );
  }

  /**
   * Gives a command. @returns the fields that it does not take as they are; empty when it is on its way
   */
  give(command: Command): readonly string[] {
    const checked = v.safeParse(Command, command);
    if (!checked.success) {
      return checked.issues.map((issue) => v.getDotPath(issue) ?? '');
    }
    const item: Queued = { id: newId(), command: checked.output, state: 'waiting' };
    this.#items = [...this.#items, item];
    this.#parts.kept.add(item);
    this.flush();
    return [];
  }

  /** Takes away one that was refused, or that has not been sent. */
  drop(id: string): void {
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#parts.kept.remove(id);
  }

  /** Sends a refused one once more, as a new command. */
  retry(id: string): void {
    const item = this.#items.find((candidate) => candidate.id === id);
    this.drop(id);
    if (item) this.give(item.command);
  }

  /** Forgets those whose entries have arrived. */
  settle(): void {
    const rest = this.#items.filter(
      ({ entry }) => entry === undefined || !this.#parts.hasEntry(entry),
    );
    if (rest.length < this.#items.length) this.#items = rest;
  }

  /** Sends what waits, now that there may be a line. */
  flush(): void {
    clearTimeout(this.#clock);
    if (!this.#running && !this.#over) void this.#run();
  }

  /** What is kept on this device from now on, or no more. */
  keep(): void {
    for (const item of this.#items) this.#parts.kept.add(item);
  }

  close(): void {
    this.#over = true;
    clearTimeout(this.#clock);
  }

  async #run(): Promise<void> {
    this.#running = true;
    let next: Queued | undefined;
    while (!this.#over && (next = this.#items.find(({ state }) => state === 'waiting'))) {
      const { id, command } = next;
      this.#change(id, { state: 'sending' });
      const boardWasThere = this.#parts.boardIsThere();
      const answer = await this.#parts.send({ id, spaceId: this.#parts.spaceId, command });
      if (answer === null || (!answer.accepted && isEarly(answer.reason, boardWasThere))) {
        this.#change(id, { state: 'waiting' });
        this.#clock = setTimeout(() => this.flush(), again);
        break;
      }
      this.#parts.kept.remove(id);
      this.#change(
        id,
        answer.accepted
          ? { state: 'accepted', entry: answer.entry }
          : { state: 'refused', reason: answer.reason, fields: answer.fields ?? [] },
      );
      this.settle();
    }
    this.#running = false;
  }

  #change(id: string, patch: Partial<Queued>): void {
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, ...patch } : item));
  }
}
