import {
  missingInformation,
  partiesAtTable,
  partiesInBlock,
  unevenInformation,
  type Actor,
  type AgendaBlock,
  type InformationNeed,
  type MissingInformation,
  type UnevenInformation,
} from '@parley/model';
import { createContext } from 'svelte';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Said } from './information-words.ts';

/** The needs of one block, and the parties that take part in it. */
export interface BlockNeeds {
  readonly block: AgendaBlock;
  readonly needs: readonly InformationNeed[];
  readonly parties: ReadonlySet<string>;
  readonly missing: readonly MissingInformation[];
}

/** Which party has the information that a block needs; it follows the board. */
export class Information {
  readonly session: SpaceSession;
  /** What is being written: a need that is there, or a new one. */
  editing: InformationNeed | 'new' | null = $state.raw(null);

  readonly needs: readonly InformationNeed[] = $derived.by(() =>
    this.session.live.list('informationNeed'),
  );
  /** The parties at the table, and those of which something was said before. */
  readonly parties: readonly Actor[] = $derived.by(() => {
    const { live } = this.session;
    const named = new Set(this.needs.flatMap(({ states }) => Object.keys(states)));
    return partiesAtTable(live.list('actor'), live.list('participant'), named);
  });
  /** Breaks apart, in the order of the agenda. */
  readonly blocks: readonly AgendaBlock[] = $derived.by(() => {
    const { live } = this.session;
    const byDay = Map.groupBy(live.list('agendaBlock'), ({ day }) => day);
    const all = live.list('agendaDay').flatMap(({ id }) => byDay.get(id) ?? []);
    return all.filter(({ form }) => form !== 'break');
  });
  /** The blocks that need something. */
  readonly byBlock: readonly BlockNeeds[] = $derived.by(() => {
    const needs = Map.groupBy(this.needs, ({ block }) => block);
    return this.blocks.flatMap((block): readonly BlockNeeds[] => {
      const own = needs.get(block.id);
      if (!own) return [];
      const parties = this.#partiesIn(block);
      const missing = missingInformation(block.id, own, parties);
      return [{ block, needs: own, parties: new Set(parties), missing }];
    });
  });
  readonly uneven: ReadonlyMap<string, UnevenInformation> = $derived.by(() => {
    const parties = new Map(this.byBlock.map(({ block, parties: there }) => [block.id, there]));
    const found = unevenInformation(this.needs, (block) => [...(parties.get(block) ?? [])]);
    return new Map(found.map((one) => [one.need, one]));
  });

  constructor(session: SpaceSession) {
    this.session = session;
  }

  get may(): boolean {
    return this.session.canEdit;
  }

  nameOf(id: string): string {
    return this.session.live.get('actor', id)?.name ?? m.items_gone_party();
  }

  set(need: InformationNeed, party: string, said: Said): void {
    const others = Object.entries(need.states).filter(([id]) => id !== party);
    const states = Object.fromEntries(said === 'unsaid' ? others : [...others, [party, said]]);
    this.session.say(this.session.board.change('informationNeed', need.id, { states }));
  }

  #partiesIn(block: AgendaBlock): readonly string[] {
    const ids = this.parties.map(({ id }) => id);
    return partiesInBlock(block, ids, this.session.live.list('participant'));
  }
}

export const [getInformation, setInformation] = createContext<Information>();
