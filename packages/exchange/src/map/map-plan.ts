import type { Actor, Settings, Tie } from '@parley/model';
import type { Table } from '../read-table.ts';
import type { ActorValues } from './read-actor.ts';
import type { TieValues } from './read-tie.ts';
import type { MapRemark, SourceRow } from './map-cells.ts';
import type { SheetMapping } from './map-columns.ts';
import type { ChosenWords } from './chosen-words.ts';
import type { WordTaken } from './words-taken.ts';

/** A sheet of a file and how it is read. */
export interface MappedSheet {
  readonly name: string;
  readonly table: Table;
  readonly mapping: SheetMapping;
}

/** What is done with a row whose actor or tie is on the map already. */
export const whenThere = ['update', 'skip', 'duplicate'] as const;
export type WhenThere = (typeof whenThere)[number];

/** What an import is planned against. */
export interface MapContext {
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
  readonly settings: Pick<Settings, 'tieLabels'>;
  readonly whenThere: WhenThere;
  /** Whether actors that only ties name are added, with nothing but their name. */
  readonly addsNamed: boolean;
  /** What somebody said that words of the files mean; they go before what we understand by ourselves. */
  readonly words?: ChosenWords;
}

/** An actor to be created; ties of the plan, and those who are part of it, name it by its key. */
export interface PlannedActor {
  readonly key: string;
  readonly at: SourceRow;
  readonly values: ActorValues;
  /** Id or key of the actor that it becomes part of; null: of none. */
  readonly within: string | null;
}

export interface ChangedActor {
  readonly id: string;
  readonly at: SourceRow;
  /** Only what differs from what is on the map. */
  readonly patch: ActorValues;
  /** Id or key of the actor that it becomes part of; null: that stays as it is. */
  readonly within: string | null;
}

/** A tie to be created; its ends are ids of actors, or keys of those to be created. */
export interface PlannedTie {
  readonly at: SourceRow;
  readonly from: string;
  readonly to: string;
  readonly values: TieValues;
}

export interface ChangedTie {
  readonly id: string;
  readonly at: SourceRow;
  readonly from: string;
  readonly to: string;
  readonly patch: TieValues;
}

/**
 * A row that is left out:
 * - `no-name`: an actor without a name, a tie without one of its ends;
 * - `already-there`: it is on the map, and such rows are to be skipped;
 * - `several-actors`: more than one actor is called `value`, and nothing says which is meant;
 * - `no-such-actor`: nobody is called `value`;
 * - `itself`: both ends of the tie are the same actor.
 */
export interface SkippedMapRow extends SourceRow {
  readonly reason: 'no-name' | 'already-there' | 'several-actors' | 'no-such-actor' | 'itself';
  readonly value: string;
}

/** A row that describes the same actor as an earlier one: what it says holds. */
export interface RepeatedRow extends SourceRow {
  readonly name: string;
}

/** What an import would do; nothing has been done. */
export interface MapPlan {
  readonly actors: {
    readonly create: readonly PlannedActor[];
    readonly change: readonly ChangedActor[];
    /** Rows that say what the map says already. */
    readonly unchanged: number;
  };
  readonly ties: {
    readonly create: readonly PlannedTie[];
    readonly change: readonly ChangedTie[];
    readonly unchanged: number;
  };
  /** Names of actors that only ties, or those who are part of them, mention, as first written. */
  readonly namedOnly: readonly string[];
  readonly skipped: readonly SkippedMapRow[];
  readonly repeated: readonly RepeatedRow[];
  readonly remarks: readonly MapRemark[];
  /** What the words of columns with a few values are taken as. */
  readonly words: readonly WordTaken[];
}
