import {
  assessTarget,
  countedParticipants,
  type Participant,
  type TargetVerdict,
  type InclusionTarget,
} from '@parley/model';
import {
  countedBetween,
  participantsOn,
  type CountedBetween,
  type Moved,
  type StageChange,
} from '@parley/model/ledger';
import { dayAfter, dayOf, today } from '#lib/time/days.ts';
import { TimeLine } from '#lib/time/time-line.svelte.ts';
import type { ParticipantsState } from '../participants-state.svelte.ts';
import { targetableAttributes } from '../targets/attribute-words.ts';
import { groupsIn, peopleByGroup, type Group } from '../pictures/groups.ts';

/** A target as it stood at the end of each of two days. */
interface TargetThen {
  readonly target: InclusionTarget;
  readonly label: string;
  readonly then: TargetVerdict;
  readonly now: TargetVerdict;
}

/** How many people of a group were counted at the end of each of two days. */
interface GroupThen {
  readonly group: Group;
  readonly then: number;
  readonly now: number;
}

/** Somebody who joined or left between the two days. */
export interface MovedPerson extends Moved {
  readonly person: Participant;
}

/**
 * What the people on the list were made up of on a day, beside another. Their stages are those of the day;
 * what else is said of them (gender, age, region) has no date, and is as the list has it now. Make it while
 * a component is being set up, once the ledger is open.
 */
export class TwoDays {
  readonly #board: ParticipantsState;
  /** The day that is looked at, `YYYY-MM-DD`; null: none was chosen, so the day before the first change. */
  on: string | null = $state(null);
  /** The day beside it; null: now. */
  beside: string | null = $state(null);
  #asked = $state('gender');

  readonly changes: readonly StageChange[] = $derived.by(() => {
    const known = new Set(this.#board.people.map(({ id }) => id));
    const all = this.#board.session.ledger?.all('stage-change') ?? [];
    return all.filter(({ participant }) => known.has(participant));
  });
  readonly line = new TimeLine(() => ({ stageChanges: this.changes }));
  /** The earlier of the two, and the later one: null is now. */
  readonly days: readonly [string, string | null] = $derived.by(() => {
    const one = this.on ?? dayAfter(this.line.first, -1);
    const other = this.beside !== null && this.beside < today() ? this.beside : null;
    return other !== null && other < one ? [other, one] : [one, other];
  });
  readonly #people = $derived.by(() => {
    const [one, other] = this.days;
    const { people } = this.#board;
    return {
      then: participantsOn(people, this.changes, one, dayOf),
      now: participantsOn(people, this.changes, other, dayOf),
    };
  });
  readonly targets: readonly TargetThen[] = $derived.by(() => {
    const { then, now } = this.#people;
    const { context } = this.#board;
    return this.#board.targets.map(({ target, label }) => ({
      ...{ target, label },
      then: assessTarget(target, { ...context, participants: then }),
      now: assessTarget(target, { ...context, participants: now }),
    }));
  });
  readonly groups: readonly GroupThen[] = $derived.by(() => {
    const { countedAs, people, session } = this.#board;
    const then = countedParticipants(this.#people.then, countedAs);
    const now = countedParticipants(this.#people.now, countedAs);
    const counted = new Set([...then, ...now].map(({ id }) => id));
    const either = people.filter(({ id }) => counted.has(id));
    const groups = groupsIn(this.attribute, either, session.settings.attributes);
    const before = peopleByGroup(groups, this.attribute, then);
    const after = peopleByGroup(groups, this.attribute, now);
    return groups.map((group) => ({
      group,
      then: before.get(group.id)?.length ?? 0,
      now: after.get(group.id)?.length ?? 0,
    }));
  });
  readonly #moved: CountedBetween = $derived.by(() => {
    const { people, countedAs } = this.#board;
    return countedBetween(people, this.changes, countedAs, this.days, dayOf);
  });
  readonly joined: readonly MovedPerson[] = $derived.by(() => this.#named(this.#moved.joined));
  readonly left: readonly MovedPerson[] = $derived.by(() => this.#named(this.#moved.left));

  constructor(board: ParticipantsState) {
    this.#board = board;
  }

  /** What people are told apart by. */
  get attribute(): string {
    const attributes = targetableAttributes(this.#board.session.settings);
    return attributes.includes(this.#asked) ? this.#asked : (attributes[0] ?? 'capacity');
  }

  set attribute(attribute: string) {
    this.#asked = attribute;
  }

  /** People counted on both days: of the then, and of the now. */
  get totals(): { readonly then: number; readonly now: number } {
    const sum = (of: 'then' | 'now') => this.groups.reduce((all, one) => all + one[of], 0);
    return { then: sum('then'), now: sum('now') };
  }

  #named(moved: readonly Moved[]): readonly MovedPerson[] {
    const people = new Map(this.#board.people.map((person) => [person.id, person]));
    return moved.flatMap((one) => {
      const person = people.get(one.participant);
      return person ? [{ ...one, person }] : [];
    });
  }
}
