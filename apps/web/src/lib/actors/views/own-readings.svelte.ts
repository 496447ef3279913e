import { asksForAlternative, type AssessedKind } from '@parley/model/ledger';
import { giveReading } from '#lib/assess/give-reading.ts';
import { Grounds } from '#lib/assess/grounds.svelte.ts';
import { wordsBefore } from '#lib/assess/words-before.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import type { ActorsLens } from '../actors-lens.svelte.ts';
import type { Words } from './move-words.ts';

export interface NewLevel {
  readonly of: AssessedKind;
  /** null: not known (P2). */
  readonly level: number | null;
}

/** A move that waits until it is said what it rests on. */
export interface WaitingMove {
  readonly actor: string;
  readonly levels: readonly NewLevel[];
}

/** Moving an actor in a view changes one's own reading, and never anybody else's. */
export class OwnReadings {
  /** What one's readings rest on; kept while one looks at the actors board. */
  readonly grounds: Grounds;
  waiting: WaitingMove | null = $state.raw(null);
  readonly #session: SpaceSession;
  readonly #lens: Pick<ActorsLens, 'on'>;

  constructor(session: SpaceSession, lens: ActorsLens) {
    this.#session = session;
    this.#lens = lens;
    lens.grounds ??= new Grounds();
    this.grounds = lens.grounds;
  }

  /** Readings are given of today: who looks at another day looks only. */
  get allowed(): boolean {
    const ready = this.#session.ledger?.ready === true;
    return this.#lens.on === null && this.#session.may('assess') && ready;
  }

  /** Reads an actor anew; asks first what that rests on, where it is not said or must be said each time. */
  move(actor: string, levels: readonly NewLevel[]): void {
    if (!this.allowed || levels.length === 0) return;
    if (this.asksFirst(levels)) this.waiting = { actor, levels };
    else this.give({ actor, levels });
  }

  /** Whether something has to be said before these can be given. */
  asksFirst(levels: readonly NewLevel[]): boolean {
    const { basis } = this.grounds;
    return basis === null || levels.some(({ level }) => asksForAlternative({ basis, level }));
  }

  /** What one wrote before of an actor by a kind. */
  wordsOf(actor: string, of: AssessedKind): Words {
    const { ledger } = this.#session;
    if (ledger === null) return { rationale: '', alternative: '' };
    const own = ledger.assessmentsOf(actor).filter((one) => ledger.isOwn(one));
    return wordsBefore({ subject: actor, of }, own, ledger.queue.of('assess'));
  }

  /**
   * Gives readings of an actor.
   * @param wordsOf what is written beside each of them; without it what stood there before stays
   * @returns whether it is on its way
   */
  give(
    { actor, levels }: WaitingMove,
    wordsOf = ({ of }: NewLevel): Words => this.wordsOf(actor, of),
  ): boolean {
    const { basis, confidence, asOf } = this.grounds;
    const { ledger } = this.#session;
    if (basis === null || ledger === null) return false;
    const given = { subject: actor, confidence, basis, asOf };
    return levels.every((one) => giveReading(ledger, { ...given, ...wordsOf(one), ...one }));
  }
}
