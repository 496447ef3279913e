import { partiesAtTable, type Actor } from '@parley/model';
import {
  agendaItems,
  inOrder,
  type AgendaItem,
  type EntryOf,
  type ItemAnswer,
  type ItemOutcome,
} from '@parley/model/ledger';
import { createContext } from 'svelte';
import type { Queued } from '#lib/ledger/command-queue.svelte.ts';
import type { SpaceLedger } from '#lib/ledger/space-ledger.svelte.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';

/** What is asked for at present. */
type Asked =
  | { readonly what: 'propose' }
  | { readonly what: 'answer'; readonly item: AgendaItem; readonly party: Actor }
  | {
      readonly what: 'settle';
      readonly item: AgendaItem;
      readonly how: Exclude<ItemOutcome, 'open'>;
    };

/** What the parties want on the agenda and what they say to it; it follows the ledger and the board. */
export class AgendaSetting {
  readonly session: SpaceSession;
  asked: Asked | null = $state.raw(null);

  /** All of them, in the order in which they are gone through. */
  readonly items: readonly AgendaItem[] = $derived.by(() =>
    inOrder(
      agendaItems(this.#of('item-proposed'), this.#of('item-answered'), this.#of('item-settled')),
      this.#of('items-ordered'),
    ),
  );
  /** Every order that was put on record, the first first. */
  readonly orders: readonly EntryOf<'items-ordered'>[] = $derived.by(() =>
    this.#of('items-ordered'),
  );
  /** Those that are open or on the agenda. */
  readonly tabled: readonly AgendaItem[] = $derived(
    this.items.filter(({ settled }) => settled === null || settled.how === 'on-the-agenda'),
  );
  readonly parked: readonly AgendaItem[] = $derived(this.#settled('parked'));
  /** Those that were taken back or are a part of another one. */
  readonly gone: readonly AgendaItem[] = $derived([
    ...this.#settled('withdrawn'),
    ...this.#settled('merged'),
  ]);
  /** The parties that sit at the table, and those that proposed or answered something before. */
  readonly parties: readonly Actor[] = $derived.by(() => {
    const { live } = this.session;
    const named = this.items.flatMap(({ proposedBy, said }) => [
      ...(proposedBy === null ? [] : [proposedBy]),
      ...said.map(({ party }) => party),
    ]);
    return partiesAtTable(live.list('actor'), live.list('participant'), new Set(named));
  });

  constructor(session: SpaceSession) {
    this.session = session;
  }

  get ledger(): SpaceLedger | null {
    return this.session.ledger;
  }

  get may(): boolean {
    return this.session.may('set-agenda');
  }

  /** @param id of the party's actor; null: the team */
  nameOf(id: string | null): string {
    if (id === null) return m.items_team();
    return this.session.live.get('actor', id)?.name ?? m.items_gone_party();
  }

  /** What a party answered that is not on record yet; refused ones too, until somebody has seen them. */
  answerOnItsWay(item: string, party: string) {
    return this.ledger?.queue
      .of('answer-item')
      .findLast(({ command }) => command.item === item && command.party === party);
  }

  settlingOf(item: string): Queued | undefined {
    return this.ledger?.queue.of('settle-item').find(({ command }) => command.item === item);
  }

  /** Puts an answer on record, unless it stands there already. */
  answer(item: AgendaItem, party: string, answer: ItemAnswer, said = ''): void {
    const stands = item.answers.get(party);
    if ((stands?.answer ?? 'none') === answer && (stands?.said ?? '') === said) return;
    this.ledger?.give({ kind: 'answer-item', item: item.id, party, answer, said });
  }

  /** Takes an item up again that was settled. */
  reopen(item: AgendaItem): void {
    this.ledger?.give({
      ...{ kind: 'settle-item', item: item.id, how: 'open' },
      ...{ block: null, into: null, why: '', decided: '' },
    });
  }

  #settled(how: ItemOutcome): readonly AgendaItem[] {
    return this.items.filter(({ settled }) => settled?.how === how);
  }

  #of<K extends 'item-proposed' | 'item-answered' | 'item-settled' | 'items-ordered'>(kind: K) {
    return this.ledger?.entries(kind) ?? [];
  }
}

export const [getAgendaSetting, setAgendaSetting] = createContext<AgendaSetting>();
