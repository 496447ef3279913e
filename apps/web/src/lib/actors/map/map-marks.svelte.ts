import { actorRadius } from '@parley/model/map';
import type { MeasureId } from '../measures/measure-ids.ts';
import type { NetworkAnswer } from '../measures/network-measures.ts';
import type { Way } from '../measures/shortest-way.ts';

/** Half the sizes of actors when size stands for something, in map units. */
const [least, most] = [13, 40];

/** Tones of communities: told apart with every kind of colour vision, and never alone: a letter says it too. */
const tones = 4;

export interface CommunityMark {
  /** A, B … Z, AA … */
  readonly letter: string;
  /** CSS colour of the outline. */
  readonly colour: string;
}

/**
 * What somebody wants to see of the drawing as a network, on this screen only, and what was worked out.
 * Nothing is worked out before it is wanted; `MeasureNetwork` does it.
 */
export class MapMarks {
  /** What the size of an actor stands for; null: nothing, and all have one size. */
  sizeBy: MeasureId | null = $state(null);
  communities = $state(false);
  /** Whether a table shows measures. */
  columns = $state(false);
  /** Of the newest drawing, or still of the one before it; null before there is any. */
  answer: NetworkAnswer | null = $state.raw(null);
  failed = $state(false);
  /** The shortest way that is shown between two actors. */
  way: Way | null = $state.raw(null);

  readonly wanted = $derived.by(() => this.sizeBy !== null || this.communities || this.columns);
  /** What sizes stand for; null while there is nothing to show. */
  readonly measured = $derived.by(
    () => this.sizeBy && (this.answer?.measures[this.sizeBy] ?? null),
  );
  readonly largest = $derived.by(() => Math.max(0, ...(this.measured?.values() ?? [])));
  readonly #community = $derived.by(() => {
    const marks = new Map<string, CommunityMark>();
    if (!this.communities) return marks;
    this.answer?.communities.forEach((members, index) => {
      const mark = communityMark(index);
      for (const id of members) marks.set(id, mark);
    });
    return marks;
  });
  readonly #wayActors = $derived.by(() => new Set(this.way?.actors));
  readonly #wayTies = $derived.by(() => new Set(this.way?.steps.flat()));

  /** Half the size of an actor, in map units: its area grows with the measure. */
  radiusOf(id: string): number {
    if (!this.measured) return actorRadius;
    const share = this.largest === 0 ? 0 : (this.measured.get(id) ?? 0) / this.largest;
    return Math.sqrt(least ** 2 + share * (most ** 2 - least ** 2));
  }

  /** Whether size stands for something that this actor has no value of; not the same as a value of 0 (P2). */
  lacksSize(id: string): boolean {
    return this.measured !== null && !this.measured.has(id);
  }

  communityOf(id: string): CommunityMark | undefined {
    return this.#community.get(id);
  }

  /** Whether an actor or a tie is part of the way that is shown. */
  onWay(id: string): boolean {
    return this.#wayActors.has(id) || this.#wayTies.has(id);
  }
}

/** @param index of the community, the largest first */
export function communityMark(index: number): CommunityMark {
  return { letter: letterOf(index), colour: `var(--safe-${(index % tones) + 1})` };
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
