import type { AuditEntry, AuditGroup } from '@parley/contracts';
import { readTrail, type TrailOf } from '#lib/api/audit.ts';
import { sentence } from '#lib/api/sentences.ts';

/** Entries of one day. */
export interface TrailDay {
  /** Any moment of the day, in ms since 1970. */
  readonly at: number;
  readonly entries: readonly AuditEntry[];
}

/** One reading of an audit trail: as many pages as the person asked for, newest first. */
export class Trail {
  readonly #of: TrailOf;
  readonly #group: AuditGroup | undefined;
  #entries: readonly AuditEntry[] = $state.raw([]);
  #names: ReadonlyMap<string, string> = $state.raw(new Map());
  #more = $state(true);
  #busy = $state(false);
  #problem = $state('');

  /** @param group only entries of this group; undefined for all */
  constructor(of: TrailOf, group: AuditGroup | undefined) {
    this.#of = of;
    this.#group = group;
  }

  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  /** Whether there are older entries than those that were read. */
  get more(): boolean {
    return this.#more;
  }

  get busy(): boolean {
    return this.#busy;
  }

  /** One sentence on what went wrong; empty when nothing did. */
  get problem(): string {
    return this.#problem;
  }

  /** By day in the reader's time zone. */
  readonly days: readonly TrailDay[] = $derived.by(() =>
    [...Map.groupBy(this.#entries, ({ at }) => new Date(at).toDateString()).values()].map(
      (entries) => ({ at: entries[0]?.at ?? 0, entries }),
    ),
  );

  /** Reads the next page, which is the first one to begin with. */
  async read(): Promise<void> {
    if (this.#busy || !this.#more) return;
    this.#busy = true;
    this.#problem = '';
    const result = await readTrail(this.#of, this.#group, this.#entries.at(-1)?.number);
    if (result.ok) {
      const { entries, people, more } = result.value;
      this.#entries = [...this.#entries, ...entries];
      this.#names = new Map([...this.#names, ...people.map(({ id, name }) => [id, name] as const)]);
      this.#more = more;
    } else this.#problem = sentence(result.reason);
    this.#busy = false;
  }
}
