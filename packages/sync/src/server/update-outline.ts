import { ByteReader } from './byte-reader.ts';
import { malformed } from './refusal.ts';
import { skipContent, structKinds } from './struct-content.ts';

/** What an update may hold beyond its sizes (R4). */
export interface UpdateRules {
  /** Names that root types may have; null for any. */
  readonly rootTypes: ReadonlySet<string> | null;
  /** How deep types may stand in types, and values in values. */
  readonly depth: number;
}

/** Clocks of one client id, from the first to before `to`. */
export interface ClockRange {
  readonly from: number;
  readonly to: number;
}

/** The id of a struct: a place in what one client id wrote. */
interface StructId {
  readonly clientId: number;
  readonly clock: number;
}

/** What an update does to a document, as far as it can be known without it. */
export interface UpdateOutline {
  /** The structs in it, by client id. Together without a gap. */
  readonly added: ReadonlyMap<number, ClockRange>;
  /**
   * How far the document must know a client id, this update included, so that nothing that it builds
   * on or deletes is missing.
   */
  readonly needs: ReadonlyMap<number, number>;
  /** The items in it that hold types, in which further items can stand. */
  readonly types: readonly StructId[];
}

const hasLeft = 0x80;
const hasRight = 0x40;
const hasKey = 0x20;
const kindOf = 0x1f;

/**
 * Walks over an update (V1) once, without building anything of it, and refuses what no Yjs document
 * writes: counts and lengths beyond the bytes, gaps and repetitions, structs without length, unknown
 * kinds, what is nested too deep, names that are not allowed, and the V2 encoding (R4). What it
 * takes Yjs can read.
 *
 * The format is that of yjs 13.6: `src/utils/encoding.js`, `src/structs` and `DeleteSet.js`.
 *
 * @throws Refusal
 */
export function readUpdate(update: Uint8Array, rules: UpdateRules): UpdateOutline {
  const reader = new ByteReader(update);
  const walk = new UpdateWalk(reader, rules);
  walk.structs();
  walk.deletions();
  reader.end();
  return walk;
}

class UpdateWalk implements UpdateOutline {
  readonly added = new Map<number, ClockRange>();
  readonly needs = new Map<number, number>();
  readonly types: StructId[] = [];
  readonly #reader: ByteReader;
  readonly #rules: UpdateRules;
  /** Where the walk is. */
  #clientId = 0;
  #clock = 0;

  constructor(reader: ByteReader, rules: UpdateRules) {
    this.#reader = reader;
    this.#rules = rules;
  }

  structs(): void {
    const reader = this.#reader;
    for (let clients = reader.count(5); clients > 0; clients -= 1) {
      const structs = reader.count(2);
      if (structs === 0) throw malformed('a client id without structs');
      this.#clientId = reader.varUint();
      if (this.added.has(this.#clientId)) throw malformed('a client id twice');
      const from = reader.varUint();
      this.#clock = from;
      for (let index = 0; index < structs; index += 1) this.#struct();
      this.added.set(this.#clientId, { from, to: this.#clock });
    }
  }

  /** Ranges must stand in order and apart: Yjs walks over all structs of each. */
  deletions(): void {
    const reader = this.#reader;
    let seen: Set<number> | null = null;
    for (let clients = reader.count(2); clients > 0; clients -= 1) {
      const clientId = reader.varUint();
      if (seen?.has(clientId)) throw malformed('deletions of one client id twice');
      if (clients > 1 || seen !== null) (seen ??= new Set()).add(clientId);
      let end = 0;
      for (let ranges = reader.count(2); ranges > 0; ranges -= 1) {
        const clock = reader.varUint();
        if (clock < end) throw malformed('deletions out of order');
        end = endOf(clock, reader.varUint());
      }
      this.#need(clientId, end);
    }
  }

  #struct(): void {
    const info = this.#reader.byte();
    const kind = info & kindOf;
    const clocks = info === structKinds.collected ? this.#reader.varUint() : this.#item(info, kind);
    this.#clock = endOf(this.#clock, clocks);
  }

  #item(info: number, kind: number): number {
    const reader = this.#reader;
    if ((info & hasLeft) !== 0) this.#buildsOn();
    if ((info & hasRight) !== 0) this.#buildsOn();
    if ((info & (hasLeft | hasRight)) === 0) {
      this.#parent();
      if ((info & hasKey) !== 0) reader.skipKey();
    }
    if (kind === structKinds.type) {
      this.types.push({ clientId: this.#clientId, clock: this.#clock });
    }
    return skipContent(reader, kind, this.#rules.depth);
  }

  #parent(): void {
    const where = this.#reader.varUint();
    if (where === 0) this.#buildsOn();
    else if (where === 1) this.#rootType();
    else throw malformed('a parent that is neither a root type nor an item');
  }

  #rootType(): void {
    const { rootTypes } = this.#rules;
    if (rootTypes === null) {
      this.#reader.skipKey();
    } else if (!rootTypes.has(this.#reader.text())) {
      throw malformed('a root type that this document does not have');
    }
  }

  /** The id of another item, which must come before this one. */
  #buildsOn(): void {
    const clientId = this.#reader.varUint();
    const clock = this.#reader.varUint();
    if (clientId !== this.#clientId) this.#need(clientId, clock + 1);
    else if (clock >= this.#clock) throw malformed('an item that builds on itself');
  }

  #need(clientId: number, clock: number): void {
    if (clock > (this.needs.get(clientId) ?? 0)) this.needs.set(clientId, clock);
  }
}

/** @throws Refusal when nothing is there, or clocks grow beyond what numbers can hold */
function endOf(clock: number, length: number): number {
  if (length === 0) throw malformed('a struct or deletion without length');
  const end = clock + length;
  if (end > Number.MAX_SAFE_INTEGER) throw malformed('a clock beyond 2⁵³ − 1');
  return end;
}
