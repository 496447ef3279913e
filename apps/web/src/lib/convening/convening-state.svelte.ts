import {
  coverage,
  holdsOn,
  isAccessWithoutInfluence,
  saturation,
  teamOf,
  whoCouldBring,
  type Actor,
  type Bringer,
  type Coverage,
  type ParallelInitiative,
} from '@parley/model';
import { standingLinks, type ConveningLink } from '@parley/model/ledger';
import { SvelteSet } from 'svelte/reactivity';
import type { ActorsLens } from '#lib/actors/actors-lens.svelte.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';

/** Rows of the matrix that belong together. */
export interface ConvenerGroup {
  readonly of: 'team' | 'funders' | 'others';
  readonly conveners: readonly Actor[];
}

/** A party, and the convener whose link to it is looked at; null: the party itself. */
export interface Chosen {
  readonly party: string;
  readonly convener: string | null;
}

/** What is said of who can bring whom, as the lens looks at it: its actors, its day. */
export class Convening {
  readonly #session: SpaceSession;
  readonly #lens: ActorsLens;
  /** Conveners of whom nothing is said yet, whom somebody put into the matrix here. */
  readonly added = new SvelteSet<string>();
  /** Whether secondary actors are among the parties. */
  wide = $state(false);
  chosen: Chosen | null = $state.raw(null);

  readonly #shown = $derived.by(() => new Set(this.#lens.filter.actors));
  readonly #actors = $derived.by(() => this.#session.live.list('actor'));
  readonly all: readonly ConveningLink[] = $derived.by(
    () => this.#session.ledger?.conveningLinks ?? [],
  );
  /** Those that stand, between actors that are still on the map. */
  readonly links: readonly ConveningLink[] = $derived.by(() => {
    const ids = new Set(this.#actors.map(({ id }) => id));
    return standingLinks(this.all, this.#lens.on).filter(
      ({ convener, party }) => ids.has(convener) && ids.has(party),
    );
  });
  readonly team = $derived.by(() => teamOf(this.#actors));
  readonly #pairs = $derived.by(() => Map.groupBy(this.links, keyOf));
  readonly parties: readonly Actor[] = $derived.by(() => {
    const said = new Set(this.links.map(({ party }) => party));
    const isParty = ({ id, role, affiliation }: Actor) =>
      said.has(id) ||
      (affiliation === null && (role === 'primary' || (this.wide && role === 'secondary')));
    return this.#actors.filter((actor) => this.#shown.has(actor.id) && isParty(actor));
  });
  readonly groups: readonly ConvenerGroup[] = $derived.by(() => {
    const said = new Set(this.links.map(({ convener }) => convener));
    const shown = this.#actors.filter(({ id }) => this.#shown.has(id));
    const groups: readonly ConvenerGroup[] = [
      { of: 'team', conveners: shown.filter(({ id }) => this.team.has(id)) },
      {
        of: 'funders',
        conveners: shown.filter(({ affiliation }) => affiliation === 'funder'),
      },
      {
        of: 'others',
        conveners: shown.filter(
          ({ id, affiliation }) => affiliation === null && (said.has(id) || this.added.has(id)),
        ),
      },
    ];
    return groups.filter(({ conveners }) => conveners.length > 0);
  });
  readonly coverage: ReadonlyMap<string, Coverage> = $derived.by(() => {
    const parties = this.#actors.map(({ id }) => id);
    return new Map(coverage(parties, this.links, this.team).map((one) => [one.party, one]));
  });
  /** Pairs that somebody sees as access without influence, in the order of the ledger. */
  readonly flagged: readonly (readonly ConveningLink[])[] = $derived.by(() =>
    [...this.#pairs.values()].filter((links) => links.some(isAccessWithoutInfluence)),
  );
  readonly initiatives: readonly ParallelInitiative[] = $derived.by(() =>
    this.#session.live.list('parallelInitiative'),
  );
  readonly #ties = $derived.by(() =>
    this.#session.live.list('tie').filter((tie) => holdsOn(tie, this.on)),
  );

  constructor(session: SpaceSession, lens: ActorsLens) {
    this.#session = session;
    this.#lens = lens;
  }

  /** The day that is looked at, `YYYY-MM-DD`: that of the lens, else today by the person's own clock. */
  get on(): string {
    return this.#lens.on ?? new Date().toLocaleDateString('sv');
  }

  /** The statements that stand about a pair. */
  about(convener: string, party: string): readonly ConveningLink[] {
    return this.#pairs.get(keyOf({ convener, party })) ?? [];
  }

  /** Those about a pair that do not stand, or hold for a later day than is looked at. */
  besides(convener: string, party: string): readonly ConveningLink[] {
    const standing = new Set(this.about(convener, party).map(({ id }) => id));
    return this.all.filter(
      (link) => link.convener === convener && link.party === party && !standing.has(link.id),
    );
  }

  bringersOf(party: string): readonly Bringer[] {
    const actors = new Set(this.#actors.map(({ id }) => id));
    return whoCouldBring(party, {
      ...{ actors, links: this.links, ties: this.#ties, team: this.team },
    });
  }

  /** The other initiatives that involve a party on the day that is looked at. */
  initiativesOf(party: string): readonly ParallelInitiative[] {
    return saturation(party, this.initiatives, this.on);
  }

  nameOf(id: string): string {
    return this.#session.live.get('actor', id)?.name ?? '';
  }

  choose(party: string, convener: string | null): void {
    this.chosen = { party, convener };
    this.#lens.selection.set(convener === null ? [party] : [convener, party]);
  }

  /** Shows an actor's own details, as every view does. */
  chooseActor(id: string): void {
    this.chosen = null;
    this.#lens.selection.set([id]);
  }
}

const keyOf = ({ convener, party }: Pick<ConveningLink, 'convener' | 'party'>): string =>
  `${convener} ${party}`;
