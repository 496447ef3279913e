import {
  fundingFlags,
  partiesAtTable,
  paysItself,
  type Actor,
  type Funding,
  type FundingFlag,
} from '@parley/model';
import { createContext } from 'svelte';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Said } from './funding-words.ts';

/** Who pays, on what terms, and which parties know; it follows the board. */
export class Fundings {
  readonly session: SpaceSession;
  /** What is being written: a funding that is there, or a new one. */
  editing: Funding | 'new' | null = $state.raw(null);

  readonly all: readonly Funding[] = $derived.by(() => this.session.live.list('funding'));
  /** The parties at the table, and those of which something was said before. */
  readonly parties: readonly Actor[] = $derived.by(() => {
    const { live } = this.session;
    const named = new Set(this.all.flatMap(({ disclosed }) => Object.keys(disclosed)));
    return partiesAtTable(live.list('actor'), live.list('participant'), named);
  });
  /** By id of the funding. */
  readonly flags: ReadonlyMap<string, readonly FundingFlag[]> = $derived.by(() => {
    const ids = this.parties.map(({ id }) => id);
    return new Map(this.all.map((funding) => [funding.id, fundingFlags(funding, ids)]));
  });

  constructor(session: SpaceSession) {
    this.session = session;
  }

  get may(): boolean {
    return this.session.canEdit;
  }

  /** A payer on the map is called as it is called there now. */
  payerOf(funding: Funding): string {
    const { payer, payerActor } = funding;
    return (
      (payerActor === null ? undefined : this.session.live.get('actor', payerActor)?.name) ?? payer
    );
  }

  nameOf(id: string): string {
    return this.session.live.get('actor', id)?.name ?? m.items_gone_party();
  }

  saidTo(funding: Funding, party: string): Said | 'pays' {
    if (paysItself(funding, party)) return 'pays';
    return funding.disclosed[party] ?? 'unsaid';
  }

  tell(funding: Funding, party: string, said: Said): void {
    const others = Object.entries(funding.disclosed).filter(([id]) => id !== party);
    const disclosed = Object.fromEntries(said === 'unsaid' ? others : [...others, [party, said]]);
    this.session.say(this.session.board.change('funding', funding.id, { disclosed }));
  }
}

export const [getFundings, setFundings] = createContext<Fundings>();
