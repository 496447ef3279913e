import { partiesAtTable } from '@parley/model';
import {
  evenHandedness,
  flagsOf,
  interventions,
  unsaidStanding,
  type Intervention,
  type InterventionFlag,
  type InterventionStep,
  type PartyRow,
  type PartyStanding,
} from '@parley/model/ledger';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { getReflections, type Reflections } from '#lib/reflect/reflections.svelte.ts';
import { today } from '#lib/time/days.ts';

/** One party and one intervention. */
export interface Place {
  readonly intervention: Intervention;
  readonly party: string;
}

/** What is done for whom, as the ledger has it now. */
export class Interventions {
  readonly #session: SpaceSession;
  readonly #reflections: Reflections;
  /** Whose history and steps are looked at, by ids; null: nobody's. */
  opened: { readonly intervention: string; readonly party: string } | null = $state.raw(null);

  readonly list: readonly Intervention[] = $derived.by(() => {
    const { ledger } = this.#session;
    if (!ledger) return [];
    return interventions({
      planned: ledger.entries('intervention-planned'),
      steps: ledger.entries('intervention-step'),
      struck: ledger.entries('intervention-step-struck'),
    });
  });
  /** Ids of those who sit at the table. */
  readonly atTable: readonly string[] = $derived.by(() => {
    const { live } = this.#session;
    return partiesAtTable(live.list('actor'), live.list('participant')).map(({ id }) => id);
  });
  /** They, and whoever else something is planned for or on record of. */
  readonly parties: readonly string[] = $derived.by(() => {
    const named = this.list.flatMap(({ now, parties }) => [
      ...(now.reach === 'differential' ? now.parties : []),
      ...parties.keys(),
    ]);
    return [...new Set([...this.atTable, ...named])];
  });
  readonly rows: readonly PartyRow[] = $derived.by(() => evenHandedness(this.list, this.parties));
  readonly flags: ReadonlyMap<string, readonly InterventionFlag[]> = $derived.by(
    () => new Map(this.list.map((one) => [one.id, flagsOf(one, this.atTable)])),
  );

  constructor(session: SpaceSession) {
    this.#session = session;
    this.#reflections = getReflections();
  }

  get mayRecord(): boolean {
    return this.#session.may('decide');
  }

  readonly nameOf = (id: string): string =>
    this.#session.live.get('actor', id)?.name ?? m.intervene_gone();

  standing({ intervention, party }: Place): PartyStanding {
    return intervention.parties.get(party) ?? unsaidStanding(party);
  }

  /** Parties that its card names: those whom it is for, and those of whom something is on record. */
  partiesOf({ now, parties }: Intervention): readonly string[] {
    const meant = now.reach === 'all' ? this.atTable : now.parties;
    const named = new Set([...meant, ...parties.keys()]);
    return this.parties.filter((party) => named.has(party));
  }

  /** Steps about one place that the server has not taken yet. */
  waiting({ intervention, party }: Place) {
    const sent = this.#session.ledger?.queue.of('record-intervention-step') ?? [];
    return sent.filter(
      ({ command }) => command.intervention === intervention.id && command.parties.includes(party),
    );
  }

  /** Puts a step on record. @returns the fields that are not taken as they are */
  record(
    place: Place,
    step: InterventionStep,
    said: { readonly on: string; readonly note: string; readonly evidence: string } = {
      ...{ on: today(), note: '', evidence: '' },
    },
  ): readonly string[] {
    const { ledger } = this.#session;
    if (!ledger) return [];
    if (said.on === '' || said.on > today()) return ['on'];
    const { intervention, party } = place;
    const about = { intervention: intervention.id, parties: [party] };
    const refused = ledger.give({ kind: 'record-intervention-step', ...about, step, ...said });
    if (refused.length > 0) return refused;
    const actor = { type: 'actor', id: party } as const;
    if (step === 'taken-up' && this.standing(place).consent === null)
      this.#reflections.at('unasked', actor);
    if (step === 'offered' && intervention.now.reach === 'differential')
      this.#reflections.at('costly', actor);
    return [];
  }

  /** Strikes out what was said last of a place by this step, or takes it back where it still waits. */
  takeBack(place: Place, step: InterventionStep): void {
    const { ledger } = this.#session;
    const last = this.waiting(place).findLast(({ command }) => command.step === step);
    if (last?.state === 'waiting') return ledger?.queue.drop(last.id);
    // As it stands now: what was pressed has come since.
    const intervention = this.list.find(({ id }) => id === place.intervention.id);
    const history = intervention?.parties.get(place.party)?.history ?? [];
    const own = history
      .filter(({ entry, struck }) => entry.step === step && struck === null)
      .toSorted((one, other) => other.entry.number - one.entry.number)[0];
    if (own) ledger?.give({ kind: 'strike-intervention-step', step: own.entry.id });
  }
}
