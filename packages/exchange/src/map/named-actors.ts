import { foldName } from '../fold.ts';
import { ActorIndex, meantOf, type Found } from './actor-index.ts';
import type { MapContext } from './map-plan.ts';
import type { ActorPlan, ActorToCreate } from './plan-actors.ts';

/** Whom cells of a file mean: those whom the file describes, then those on the map. */
export class NamedActors {
  readonly #inFile: ActorIndex;
  readonly #onMap: ActorIndex;
  readonly #addsNamed: boolean;
  readonly #firstKey: number;
  /** Actors to be created for names that nothing else stands for. */
  readonly named: ActorToCreate[] = [];
  readonly #namedOnly = new Map<string, string>();

  constructor(context: MapContext, actors: ActorPlan) {
    this.#inFile = actors.inFile;
    this.#onMap = new ActorIndex(context.actors.map(meantOf));
    this.#addsNamed = context.addsNamed;
    this.#firstKey = actors.create.length;
  }

  /** Names that no row describes, as first written. */
  get namedOnly(): readonly string[] {
    return [...this.#namedOnly.values()];
  }

  /** The actors that a cell names: one whose own name has a bar in it, else those between the bars. */
  namesIn(cell: string): readonly string[] {
    if (!cell.includes('|') || this.#known(cell).found !== 'none') return [cell];
    const names = cell.split('|').map((name) => name.trim());
    return names.filter((name) => name !== '');
  }

  find(word: string): Found {
    const known = this.#known(word);
    if (known.found !== 'none') return known;
    const folded = foldName(word);
    if (!this.#namedOnly.has(folded)) this.#namedOnly.set(folded, word);
    if (!this.#addsNamed || word.length > 160) return known;
    const key = `+${this.#firstKey + this.named.length}`;
    this.named.push({ key, at: { sheet: '', row: 0 }, values: { name: word } });
    this.#inFile.add({ key, ids: [], name: word, types: [] });
    return { found: 'one', key };
  }

  #known(word: string): Found {
    const inFile = this.#inFile.find(word);
    return inFile.found === 'none' ? this.#onMap.find(word) : inFile;
  }
}
