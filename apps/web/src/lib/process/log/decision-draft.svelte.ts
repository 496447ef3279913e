import type { CommandOf } from '@parley/contracts';
import type { Cost, DecisionType, EntryOf } from '@parley/model/ledger';
import { SvelteMap } from 'svelte/reactivity';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { today } from './decision-words.ts';
import type { Touched } from './touched-words.ts';

/** What is chosen of one party; the cost undefined: nothing yet. */
export interface DraftCost {
  readonly cost: Cost | undefined;
  readonly why: string;
}
type DraftCosts = SvelteMap<string, DraftCost>;
type Command = CommandOf<'record-decision'>;

/** What the form begins with. */
export type DecisionSeed = Partial<
  Omit<EntryOf<'decision'>, 'id' | 'kind' | 'number' | 'at' | 'by'>
>;

/**
 * A decision that is being written. Whoever opens the form owns it: closed without being recorded or given
 * up, the form has the same words again.
 */
export class DecisionDraft {
  type: DecisionType = $state('other');
  what = $state('');
  principle = $state('');
  alternatives = $state('');
  consulted = $state('');
  decidedBy = $state('');
  date = $state(today());
  stated: 'yes' | 'no' | 'unsaid' = $state('unsaid');
  how = $state('');
  costOfNotActing = $state('');
  touches: readonly Touched[] = $state.raw([]);
  /** What it is expected to cost with each party. */
  readonly costs: DraftCosts = new SvelteMap();
  /** Who is not there, and what meeting without them would cost with each. */
  readonly absent: DraftCosts = new SvelteMap();

  constructor({ person, place: { space } }: SpaceSession, seed: DecisionSeed = {}) {
    const { costs = [], absent = [], purpose, touches = [] } = seed;
    // Where nobody's name stands beside what they say, the form does not offer it either.
    this.decidedBy = space.attribution === 'named' ? person.name : space.title;
    this.decidedBy = seed.decidedBy ?? this.decidedBy;
    this.type = seed.type ?? this.type;
    this.what = seed.what ?? '';
    this.principle = seed.principle ?? '';
    this.alternatives = seed.alternatives ?? '';
    this.consulted = seed.consulted ?? '';
    this.costOfNotActing = seed.costOfNotActing ?? '';
    this.date = seed.date ?? this.date;
    this.touches = touches;
    if (purpose) {
      this.stated = purpose.stated ? 'yes' : 'no';
      this.how = purpose.how;
    }
    for (const { party, cost, why } of costs) this.costs.set(party, { cost, why });
    for (const { party, cost, why } of absent) this.absent.set(party, { cost, why });
  }

  /** What is sent: nothing that was not asked for or not answered. */
  get command(): Command {
    const { type, what, principle, alternatives, consulted, decidedBy, date } = this;
    return {
      kind: 'record-decision',
      ...{ type, what, principle, alternatives, consulted, decidedBy, date },
      costOfNotActing: this.costOfNotActing,
      ...(this.stated === 'unsaid'
        ? {}
        : { purpose: { stated: this.stated === 'yes', how: this.how } }),
      costs: chosen(this.costs, false),
      // Who is not there is on record, even where nobody can tell what that costs with them.
      absent: type === 'reschedule' ? chosen(this.absent, true) : [],
      touches: [...this.touches],
    };
  }
}

const chosen = (costs: DraftCosts, all: boolean) =>
  [...costs].flatMap(([party, { cost, why }]) =>
    cost === undefined && !all ? [] : [{ party, cost: cost ?? null, why }],
  );
