import {
  agendaTimes,
  conditionsOf,
  groupsByValue,
  sessionsByDay,
  type AgendaBlock,
  type BlockTimes,
  type DayTimes,
  type InclusionTarget,
  type Participant,
  type SeenDay,
  type SoughtGroup,
  type Wanted,
} from '@parley/model';
import { attendanceOf, type Attendance } from '@parley/model/ledger';
import { createContext } from 'svelte';
import type { ParticipantsState } from '../participants-state.svelte.ts';
import { targetableAttributes, valueWord } from '../targets/attribute-words.ts';
import { subjectOf } from '../targets/target-words.ts';
import { withUnderWay } from './attendance-under-way.ts';
import { speakingTimesIn } from './speaking-times.ts';

/** A group that is looked for in every session, with what it is called. */
interface NamedGroup extends SoughtGroup {
  /** As it stands in a sentence: `women`. */
  readonly words: string;
  /** Whether a target asks for them; the others are said too, more quietly. */
  readonly isAsked: boolean;
}

/** What the view of sessions shows. Make it while a component is being set up, once the ledger is open. */
export class SessionsState {
  readonly board: ParticipantsState;
  /** Epoch ms, as far as it is looked at: see `follow`. */
  now = $state(Date.now());
  #attribute: string | null = $state(null);

  /** What was said on this page and is neither in the ledger nor refused. */
  readonly #given = $derived.by(() =>
    (this.board.session.ledger?.queue.of('record-attendance') ?? []).filter(
      ({ state }) => state !== 'refused',
    ),
  );
  readonly attendance: Attendance = $derived.by(() =>
    withUnderWay(
      attendanceOf(this.board.session.ledger?.all('attendance') ?? []),
      this.#given.map(({ command }) => command),
    ),
  );
  readonly speakingTimes = $derived.by(() => speakingTimesIn(this.board.session.ledger));
  readonly times: readonly DayTimes[] = $derived.by(() => {
    const { live, settings } = this.board.session;
    return agendaTimes(live.list('agendaDay'), live.list('agendaBlock'), settings);
  });
  readonly #timesOf: ReadonlyMap<string, BlockTimes & { readonly timeZone: string }> = $derived.by(
    () =>
      new Map(
        this.times.flatMap(({ blocks, timeZone }) =>
          blocks.map((times) => [times.block, { ...times, timeZone }] as const),
        ),
      ),
  );
  readonly #asked: readonly InclusionTarget[] = $derived.by(() =>
    this.board.targets.map(({ target }) => target).filter(isForEveryRoom),
  );
  readonly valueGroups: readonly NamedGroup[] = $derived.by(() => {
    const { attributes } = this.board.session.settings;
    return groupsByValue(this.attribute, this.board.people).map((group) => ({
      ...group,
      words: valueWord(this.attribute, group.wanted.values[0] ?? '', attributes),
      isAsked: this.#asked.some((target) => asksFor(target, group.wanted)),
    }));
  });
  /** What somebody asked for in every room, where no value of the attribute says the same. */
  readonly #askedGroups: readonly NamedGroup[] = $derived.by(() => {
    const { attributes } = this.board.session.settings;
    return this.#asked
      .filter((target) => !this.valueGroups.some(({ wanted }) => asksFor(target, wanted)))
      .map((target) => ({
        ...{ id: target.id, wanted: target, words: subjectOf(target, attributes), isAsked: true },
      }));
  });
  /** Those whom somebody asked for come first. */
  readonly groups: readonly NamedGroup[] = $derived.by(() =>
    [...this.valueGroups, ...this.#askedGroups].sort(
      (a, b) => Number(b.isAsked) - Number(a.isAsked),
    ),
  );
  readonly days: readonly SeenDay[] = $derived.by(() => {
    const { live } = this.board.session;
    return sessionsByDay(this.groups, {
      participants: this.board.people,
      blocks: live.list('agendaBlock'),
      days: live.list('agendaDay'),
      attendance: this.attendance,
    });
  });
  readonly #group = $derived.by(() => new Map(this.groups.map((group) => [group.id, group])));

  constructor(board: ParticipantsState) {
    this.board = board;
  }

  /** What people are told apart by here. */
  get attribute(): string {
    const { attributes } = this;
    return this.#attribute !== null && attributes.includes(this.#attribute)
      ? this.#attribute
      : (attributes[0] ?? 'capacity');
  }

  set attribute(attribute: string) {
    this.#attribute = attribute;
  }

  get attributes(): readonly string[] {
    return targetableAttributes(this.board.session.settings);
  }

  get mayRecord(): boolean {
    const { session } = this.board;
    return session.canEdit && session.may('change-stage');
  }

  /** Goes with the time; let it run as an effect. */
  follow(): () => void {
    const clock = setInterval(() => (this.now = Date.now()), 30_000);
    return () => clearInterval(clock);
  }

  groupWords(id: string): string {
    return this.#group.get(id)?.words ?? '';
  }

  isAsked(group: string): boolean {
    return this.#group.get(group)?.isAsked ?? false;
  }

  block(id: string): AgendaBlock | undefined {
    return this.board.session.live.get('agendaBlock', id);
  }

  timesOf(block: string): (BlockTimes & { readonly timeZone: string }) | undefined {
    return this.#timesOf.get(block);
  }

  /** Whether something said of somebody in a session has not reached the server yet. */
  isUnderWay(block: string, person: string): boolean {
    return this.#given.some(
      ({ command, state }) =>
        state !== 'accepted' && command.block === block && command.participants.includes(person),
    );
  }

  /** The name that somebody says at the door, where it is not what they are called here anyway. */
  realNameOf({ name, pseudonym }: Participant): string {
    return pseudonym.trim() === '' ? '' : name.trim();
  }
}

/** Whether a target asks for these and nobody else. */
function asksFor({ attribute, values, also }: InclusionTarget, wanted: Wanted): boolean {
  const isOne = also.length === 0 && values.length === 1;
  return isOne && attribute === wanted.attribute && values[0] === wanted.values[0];
}

/** Whether a target asks for somebody in every session, be it that all of them together are enough. */
function isForEveryRoom(target: InclusionTarget): boolean {
  const { comparison, amount, scope, only } = target;
  const least = amount.unit === 'share' ? amount.share : amount.count;
  return (
    comparison === 'at-least' &&
    least > 0 &&
    conditionsOf(target).every(({ values }) => values.length > 0) &&
    scope !== 'delegation' &&
    scope !== 'stage' &&
    only === null
  );
}

export const [getSessions, setSessions] = createContext<SessionsState>();
