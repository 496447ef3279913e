import {
  assessTarget,
  projection,
  settingsId,
  stageAsks,
  allSeats,
  countedAs,
  type CountedAs,
  type DelegationRow,
  type InclusionContext,
  type InclusionTarget,
  type Participant,
  type SessionRow,
  type Stage,
  type TargetVerdict,
} from '@parley/model';
import type { CommandOf } from '@parley/contracts';
import { createContext } from 'svelte';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { TableState } from '#lib/table/table-state.svelte.ts';
import { participantColumns, type ActorName } from './participant-columns.ts';
import { list, personView, type PersonView } from './participant-views.ts';
import type * as AvailabilityPart from './availability/availability-column.ts';
import type * as SpeakingPart from './sessions/speaking-times.ts';
import type { Outlook } from './outlook.ts';
import { participantRows } from './participant-rows.ts';
import type { PersonColumn } from './column-makers.ts';
import { stageWords, valueIn } from './participant-words.ts';
import { sameList } from './same-list.ts';
import { targetableAttributes } from './targets/attribute-words.ts';
import { targetLabel } from './targets/target-words.ts';

/** A target with what it says of the people on the list now, and if everyone invited came. */
export interface AssessedTarget {
  readonly target: InclusionTarget;
  readonly label: string;
  readonly assessed: TargetVerdict;
  readonly projected: TargetVerdict;
}

/** A supposition: ids of people who would come, and of people who would not. */
export interface Trial {
  readonly come: readonly string[];
  readonly leave: readonly string[];
}

/** Ms without a change after which the outlook is reckoned. */
const pause = 200;

type ActorOnMap = ActorName & { readonly isPerson: boolean };

/** What the participants board shows. Make it while a component is being set up. */
export class ParticipantsState {
  readonly session: SpaceSession;
  readonly table: TableState<Participant>;
  /** How the people are shown; who is shown and who is selected stays from view to view. */
  view: PersonView = $state.raw(list);
  /** A change of stage that asks for words before it can be made. */
  stageAsked: { readonly people: readonly string[]; readonly to: Stage } | null = $state.raw(null);
  /** Whether the details of who is selected are wanted, where they are a sheet above the board. */
  inspecting = $state(false);
  /** Whether the board has stood for a moment: what looks further comes then, and crowds no bad line. */
  settled = $state(false);
  /** Reckoned once people stop typing; null until it was for the first time. */
  outlook: Outlook | null = $state.raw(null);
  /** Who is supposed to come or not, on this page alone; null while nothing is tried. */
  trial: Trial | null = $state.raw(null);
  /** What makes the column of who can come when: fetched where the process uses it. */
  #availability: typeof AvailabilityPart | null = $state.raw(null);
  /** What reads who spoke for how long: fetched where a target asks. */
  #speaking: typeof SpeakingPart | null = $state.raw(null);
  #openTarget: string | null = $state(null);
  #actors: readonly ActorOnMap[] = [];
  #delegations: readonly ActorName[] = [];
  #persons: readonly ActorName[] = [];
  #languages: readonly string[] = [];
  #days: readonly string[] = [];

  readonly people: readonly Participant[] = $derived.by(() =>
    this.session.live.list('participant'),
  );
  /** The actors by name; the same list for as long as no name changes, wherever they are moved. */
  readonly actors: readonly ActorOnMap[] = $derived.by(() => {
    const named = this.session.live
      .list('actor')
      .map(({ id, name, kind }): ActorOnMap => ({ id, name, isPerson: kind === 'person' }));
    this.#actors = sameList(
      this.#actors,
      named,
      (a, b) => a.id === b.id && a.name === b.name && a.isPerson === b.isPerson,
    );
    return this.#actors;
  });
  /** Whom somebody can sit for: groups and institutions, and whoever is named as one already. */
  readonly delegations: readonly ActorName[] = $derived.by(() => {
    const named = new Set(this.people.map(({ delegation }) => delegation));
    this.#delegations = sameList(
      this.#delegations,
      this.actors.filter(({ id, isPerson }) => !isPerson || named.has(id)),
      (a, b) => a === b,
    );
    return this.#delegations;
  });
  readonly persons: readonly ActorName[] = $derived.by(() => {
    const named = new Set(this.people.map(({ actor }) => actor));
    this.#persons = sameList(
      this.#persons,
      this.actors.filter(({ id, isPerson }) => isPerson || named.has(id)),
      (a, b) => a === b,
    );
    return this.#persons;
  });
  readonly languages: readonly string[] = $derived.by(() => {
    const spoken = this.people.flatMap((person) => [...person.languages, ...person.interpretation]);
    this.#languages = sameList(this.#languages, distinct(spoken), (a, b) => a === b);
    return this.#languages;
  });
  /** Stages that people were put at on this page and the server does not know of yet. */
  readonly stagesUnderWay: ReadonlyMap<string, Stage | null> = $derived.by(() => {
    const given = this.session.ledger?.queue.of('change-stage') ?? [];
    const onTheWay = given.filter(({ state }) => state === 'waiting' || state === 'sending');
    return new Map(
      onTheWay.flatMap(({ command: { participants, to } }) =>
        participants.map((person) => [person, valueIn(stageWords, to)] as const),
      ),
    );
  });
  /** The days of the agenda, and those of which something is said of anybody. */
  readonly #daysSaid: readonly string[] = $derived.by(() => {
    const days = this.#availability?.daysSaid(this.people, this.session.live.list('agendaDay'));
    this.#days = sameList(this.#days, days ?? [], (a, b) => a === b);
    return this.#days;
  });
  readonly #availabilityColumn: PersonColumn | null = $derived.by(
    () => this.#availability?.availabilityColumn(this.#daysSaid) ?? null,
  );
  readonly allColumns: readonly PersonColumn[] = $derived.by(() =>
    participantColumns({
      settings: this.session.settings,
      delegations: this.delegations,
      persons: this.persons,
      languages: this.languages,
      availability: this.#availabilityColumn,
      stageUnderWay: (person) => this.stagesUnderWay.get(person),
    }),
  );
  /** Those that this screen may show. */
  readonly columns: readonly PersonColumn[] = $derived.by(() =>
    this.hidesNames ? this.allColumns.filter(({ id }) => id !== 'name') : this.allColumns,
  );
  readonly context: InclusionContext = $derived.by(() => ({
    participants: this.people,
    blocks: this.session.live.list('agendaBlock'),
    actors: this.session.live.list('actor'),
    countedAs: this.countedAs,
    seats: this.session.settings.seats,
    freeSeats: this.session.settings.freeSeats,
    speakingTimes: this.#speaking?.speakingTimesIn(this.session.ledger),
  }));
  readonly targets: readonly AssessedTarget[] = $derived.by(() => {
    const { attributes } = this.session.settings;
    return this.session.live.list('inclusionTarget').map((target) => ({
      target,
      label: targetLabel(target, attributes, this.placeOf(target)),
      assessed: assessTarget(target, this.context),
      projected: projection(target, this.context),
    }));
  });
  /** The selected people, in the order in which they were chosen. */
  readonly chosen: readonly Participant[] = $derived.by(() => {
    const { live, selection } = this.session;
    return selection.ids.flatMap((id) => live.get('participant', id) ?? []);
  });

  /** The target that the inspector shows: what is chosen last is shown. */
  readonly openTarget: AssessedTarget | null = $derived.by(() => {
    if (this.chosen.length > 0) return null;
    return this.targets.find(({ target }) => target.id === this.#openTarget) ?? null;
  });

  /** @param address of the page: the view that it names */
  constructor(session: SpaceSession, address: string) {
    this.session = session;
    this.view = personView(new URL(address).searchParams.get('view'));
    this.table = new TableState<Participant>({
      name: 'participants',
      columns: () => this.columns,
      records: () => this.people,
      session,
      writer: participantRows(session.board, (people, to) => this.changeStage(people, to)),
    });
  }

  /** Keeps the outlook up to what is on the board; let it run as an effect. */
  lookAhead(): (() => void) | undefined {
    if (!this.settled) return undefined;
    const targets = this.targets.map(({ target }) => target);
    const { context } = this;
    let isCurrent = true;
    const timer = setTimeout(() => {
      void import('./outlook.ts').then(({ outlookOf }) => {
        if (isCurrent) this.outlook = outlookOf(targets, context);
      });
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }

  /** Opens what holds speaking time, where a target asks for it; let it run as an effect. */
  fetchSpeakingTimes() {
    const isAsked = this.session.live
      .list('inclusionTarget')
      .some(({ scope }) => scope === 'speaking-time');
    if (!this.settled || !isAsked || this.#speaking) return;
    // Without a line the targets say that no time is known before it was fetched once.
    void import('./sessions/speaking-times.ts').then(
      (part) => (this.#speaking = part),
      () => undefined,
    );
    void this.session.openLedger().catch(() => undefined);
  }

  /** Fetches the column of who can come when, where the process uses it; let it run as an effect. */
  fetchAvailability() {
    if (!this.settled || !this.usesAvailability || this.#availability) return;
    // Without a line the column is not there before it was fetched once.
    void import('./availability/availability-column.ts').then(
      (part) => (this.#availability = part),
      () => undefined,
    );
  }

  /** Whether the process keeps when people can come. */
  get usesAvailability(): boolean {
    return this.session.settings.participantFields.includes('availability');
  }

  /** What a share can be one of; of seats only where some are allotted, or were. */
  get denominators(): readonly CountedAs[] {
    const noSeats = allSeats(this.context) === 0 && this.countedAs !== 'seats';
    return countedAs.filter((counted) => counted !== 'seats' || !noSeats);
  }

  /** What shares are shares of, on every open screen at once. */
  get countedAs(): CountedAs {
    return this.session.settings.countedAs;
  }

  countAs(countedAs: CountedAs) {
    this.session.say(this.session.board.change('settings', settingsId, { countedAs }));
  }

  /** Puts people at another stage: a command for the ledger, once what it asks for is said. */
  changeStage(
    people: readonly string[],
    to: Stage,
    said?: Omit<CommandOf<'change-stage'>, 'kind' | 'participants' | 'to'>,
  ) {
    if (said === undefined && stageAsks(to) !== 'nothing') {
      this.stageAsked = { people, to };
      return;
    }
    this.stageAsked = null;
    void this.session.giveStages(people, to, said ?? { reason: '', exclusion: null });
  }

  /** Where somebody is, a change that is on its way to the server included. */
  stageOf({ id, stage }: Pick<Participant, 'id' | 'stage'>): Stage {
    return this.stagesUnderWay.get(id) ?? stage;
  }

  /** The same address, naming the view. */
  addressFrom(address: string): URL {
    const named = new URL(address);
    if (this.view === list) named.searchParams.delete('view');
    else named.searchParams.set('view', this.view.id);
    return named;
  }

  /** Whether this device hides real names. */
  get hidesNames(): boolean {
    return this.session.names.on;
  }

  actorName(id: string | null): string | null {
    return this.actors.find((actor) => actor.id === id)?.name ?? null;
  }

  labelOf(target: string): string {
    return this.targets.find((item) => item.target.id === target)?.label ?? '';
  }

  /** Supposes that these people come, beside what is supposed already. */
  tryOut(people: readonly string[]) {
    const { come, leave } = this.trial ?? { come: [], leave: [] };
    this.trial = {
      come: [...new Set([...come, ...people])],
      leave: leave.filter((id) => !people.includes(id)),
    };
  }

  /** What the one delegation or session is called that a target is about; empty where it is about each. */
  placeOf({ scope, only }: Pick<InclusionTarget, 'scope' | 'only'>): string {
    if (only === null) return '';
    if (scope === 'delegation') return this.actorName(only) ?? m.inclusion_gone_delegation();
    const title = this.session.live.get('agendaBlock', only)?.title;
    return title ?? m.inclusion_gone_session();
  }

  /** What a delegation or session is called that a target holds by itself. */
  rowName(row: Pick<DelegationRow, 'delegation'> | Pick<SessionRow, 'block'>): string {
    if ('block' in row) return this.session.live.get('agendaBlock', row.block)?.title ?? '';
    return this.actorName(row.delegation) ?? m.participants_no_delegation();
  }

  show(person: string) {
    this.#openTarget = null;
    this.session.selection.set([person]);
  }

  /** Chooses nothing: the inspector says who is missing. */
  showNothing() {
    this.#openTarget = null;
    this.session.selection.clear();
  }

  showTarget(id: string) {
    this.session.selection.clear();
    this.#openTarget = id;
  }

  /** Adds a target that asks for nothing yet: what it is about is for people to say (P4). */
  addTarget() {
    const created = this.session.board.create('inclusionTarget', {
      attribute: targetableAttributes(this.session.settings)[0] ?? 'capacity',
      amount: { unit: 'count', count: 1 },
    });
    if (this.session.say(created) && created.ok) this.showTarget(created.value);
  }
}

const distinct = (values: readonly string[]) => [...new Set(values)].sort();

export const [getParticipants, setParticipants] = createContext<ParticipantsState>();
