import {
  languagesAtTable,
  termsInAgenda,
  type AgendaBlock,
  type GlossaryTerm,
} from '@parley/model';
import { createContext } from 'svelte';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';

/** Words that not all in the room understand, and plain ones for them; it follows the board. */
export class Glossary {
  readonly session: SpaceSession;
  /** What is being written: a term that is there, or a new one. */
  editing: GlossaryTerm | 'new' | null = $state.raw(null);

  readonly terms: readonly GlossaryTerm[] = $derived.by(() =>
    this.session.live.list('glossaryTerm'),
  );
  /** Those of the table, then those in which something is written besides. */
  readonly languages: readonly string[] = $derived.by(() => {
    const atTable = languagesAtTable(this.session.live.list('participant'));
    const written = this.terms.flatMap(({ plain }) => Object.keys(plain)).sort();
    return [...new Set([...atTable, ...written])];
  });
  /** Language → terms that have no plain words in it; only languages in which some are missing. */
  readonly missing: ReadonlyMap<string, readonly GlossaryTerm[]> = $derived.by(() => {
    const rows = this.languages.map(
      (language) => [language, this.terms.filter(({ plain }) => !(language in plain))] as const,
    );
    return new Map(rows.filter(([, terms]) => terms.length > 0));
  });
  readonly #inAgenda: ReadonlyMap<string, readonly string[]> = $derived.by(() =>
    termsInAgenda(this.terms, this.session.live.list('agendaBlock')),
  );

  constructor(session: SpaceSession) {
    this.session = session;
  }

  get may(): boolean {
    return this.session.canEdit;
  }

  /** Blocks in which the room reads or hears the term. */
  blocksWith(term: GlossaryTerm): readonly AgendaBlock[] {
    const ids = this.#inAgenda.get(term.id) ?? [];
    return ids.flatMap((id) => this.session.live.get('agendaBlock', id) ?? []);
  }
}

export const [getGlossary, setGlossary] = createContext<Glossary>();
