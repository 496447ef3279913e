import {
  levelsByAssessor,
  standingAssessments,
  type AssessedKind,
  type Assessment,
  type Levels,
} from '@parley/model/ledger';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import type { ActorsLens } from '../actors-lens.svelte.ts';

interface Read {
  /** One's own, with what is on its way to the ledger. */
  readonly own: Levels;
  /** Of each other assessor, by person or by voice. */
  readonly others: ReadonlyMap<string, Levels>;
  readonly all: readonly Assessment[];
}

const nobody: Read = { own: {}, others: new Map(), all: [] };

/** How actors are read on the day of the lens: by oneself, and by everybody else, each apart (P1). */
export class ActorReadings {
  readonly #session: SpaceSession;
  readonly #lens: Pick<ActorsLens, 'on'>;
  readonly #standing: readonly Assessment[] = $derived.by(() =>
    standingAssessments(this.#session.ledger?.all('assessment') ?? [], this.#lens.on),
  );
  readonly #byActor: ReadonlyMap<string, Read> = $derived.by(() => {
    const read = new Map<string, Read>();
    for (const [actor, all] of Map.groupBy(this.#standing, ({ subject }) => subject)) {
      const isOwn = (one: Assessment) => this.#session.ledger?.isOwn(one) ?? false;
      const own = Object.fromEntries(
        all.filter(isOwn).map(({ reading }) => [reading.of, reading.level]),
      );
      const others = levelsByAssessor(all.filter((one) => !isOwn(one)));
      read.set(actor, { own, others, all });
    }
    return read;
  });
  /** One's own that the ledger does not hold yet, the oldest first. */
  readonly #sent = $derived.by(() =>
    (this.#session.ledger?.queue.of('assess') ?? []).filter(({ state }) => state !== 'refused'),
  );

  constructor(session: SpaceSession, lens: Pick<ActorsLens, 'on'>) {
    this.#session = session;
    this.#lens = lens;
    void session.openLedger().catch(() => undefined);
  }

  own(actor: string): Levels {
    const { own } = this.#read(actor);
    const sent = this.#lens.on === null ? this.#sent : [];
    const newer = sent.filter(({ command }) => command.subject === actor);
    if (newer.length === 0) return own;
    return {
      ...own,
      ...Object.fromEntries(newer.map(({ command }) => [command.of, command.level])),
    };
  }

  /** The levels of each of the others. Two kinds stand together only where one assessor read both. */
  others(actor: string): ReadonlyMap<string, Levels> {
    return this.#read(actor).others;
  }

  /** What the others say of an actor by one kind; null: they do not know. */
  othersOf(actor: string, kind: AssessedKind): readonly (number | null)[] {
    return [...this.others(actor).values()].flatMap((levels) => {
      const level = levels[kind];
      return level === undefined ? [] : [level];
    });
  }

  /** Those who gave a reading under their name, of any actor. */
  readonly assessors: ReadonlyMap<string, string> = $derived.by(
    () => new Map(this.#standing.flatMap(({ by }) => (by ? [[by.person, by.name] as const] : []))),
  );

  #read(actor: string): Read {
    return this.#byActor.get(actor) ?? nobody;
  }
}
