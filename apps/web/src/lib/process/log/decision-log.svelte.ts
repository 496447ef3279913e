import {
  asymmetries,
  expectedAgainstObserved,
  partiesAtTable,
  standings,
  type Asymmetry,
  type Compared,
  type Standing,
} from '@parley/model';
import { decisionsIn, partiesNamed, type Decision } from '@parley/model/ledger';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';

/** The decisions of a space as they stand, and what can be reckoned from them; it follows the ledger. */
export class DecisionLog {
  readonly #session: SpaceSession;
  /** The first day first. */
  readonly all: readonly Decision[] = $derived.by(() => {
    const { ledger } = this.#session;
    if (ledger === null) return [];
    return decisionsIn({
      recorded: ledger.all('decision'),
      observed: ledger.all('decision-observed'),
      withdrawn: ledger.all('decision-withdrawn'),
    });
  });
  readonly #named: ReadonlySet<string> = $derived.by(() => partiesNamed(this.all));
  /** Ids of those at the table, and of all of whom a decision says something. */
  readonly parties: readonly string[] = $derived.by(() => {
    const { live } = this.#session;
    const parties = partiesAtTable(live.list('actor'), live.list('participant'), this.#named);
    return parties.map(({ id }) => id);
  });
  readonly standings: readonly Standing[] = $derived.by(() => standings(this.all, this.parties));
  readonly asymmetries: readonly Asymmetry[] = $derived.by(() => asymmetries(this.standings));
  readonly compared: readonly Compared[] = $derived.by(() => expectedAgainstObserved(this.all));

  constructor(session: SpaceSession) {
    this.#session = session;
  }

  get(id: string): Decision | undefined {
    return this.all.find((decision) => decision.id === id);
  }
}
