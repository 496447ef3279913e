import {
  ledgerDocumentId,
  type Command,
  type CommandAnswer,
  type CommandOf,
  type CommandRequest,
} from '@parley/contracts';
import {
  acceptedChecks,
  asOfHeirs,
  LedgerReader,
  proposals,
  stageHistories,
  standingAssessments,
  threads,
  votes,
  type Assessment,
  type CheckAccepted,
  type ConveningLink,
  type EntryKind,
  type EntryOf,
  type Heirs,
  type Proposal,
  type StageChange,
  type Thread,
  type UnreadableEntry,
  type Vote,
} from '@parley/model/ledger';
import { DocumentProvider } from '@parley/sync/client';
import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { copyName } from '#lib/device/copies.ts';
import { KeptCopy } from '#lib/live/kept-copy.svelte.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { CommandQueue } from './command-queue.svelte.ts';
import { KeptCommands } from './kept-commands.ts';
import type { OpenRounds } from '#lib/rounds/open-rounds.svelte.ts';
import { OwnVoices } from './own-voices.svelte.ts';
import { Turnout } from './turnout.svelte.ts';

/** Commands whose entries carry a voice where nobody is named. */
const hasVoice: ReadonlySet<Command['kind']> = new Set(['assess', 'state-convening']);

/**
 * A space's ledger as rune state, and the commands on their way to it. Reading is incremental: an entry
 * that arrives renews what is made from its kind and nothing else.
 */
export class SpaceLedger {
  readonly queue: CommandQueue;
  readonly turnout: Turnout;
  readonly #voices: OwnVoices;
  readonly #spaceId: string;
  #openRounds: OpenRounds | null = $state.raw(null);
  #askedForVoices = false;
  readonly #personId: string;
  readonly #doc = new Y.Doc();
  readonly #reader = new LedgerReader(this.#doc);
  readonly #byKind = new SvelteMap<EntryKind, readonly EntryOf<EntryKind>[]>();
  readonly #awareness = new Awareness(this.#doc);
  readonly #copy: KeptCopy;
  readonly #stop: () => void;
  #provider: DocumentProvider | null = null;
  #closed = false;
  /** Whether there is something to show: the server's state, or what this device kept. */
  #ready = $state(false);
  #unreadable: readonly UnreadableEntry[] = $state.raw([]);
  /** Who stands on the board for actors that were merged away: all that is read here is as of them. */
  #heirs: Heirs = $state.raw(new Map());

  /** Threads in the order in which they began. */
  readonly threads: readonly Thread[] = $derived.by(() =>
    threads(this.#of('comment'), this.#of('thread-state')),
  );
  readonly #threadsByRecord = $derived.by(() => Map.groupBy(this.threads, ({ about }) => about.id));
  /** The newest first. */
  readonly votes: readonly Vote[] = $derived.by(() =>
    votes(this.#of('vote-opened'), this.#of('ballot'), this.#of('vote-closed')).toReversed(),
  );
  readonly openThreads = $derived.by(() =>
    this.threads.filter(({ resolved }) => resolved === null),
  );
  readonly #openByRecord: ReadonlyMap<string, number> = $derived.by(() => {
    const counts = Map.groupBy(this.openThreads, ({ about }) => about.id).entries();
    return new Map(counts.map(([id, { length }]) => [id, length]));
  });
  readonly openVotes = $derived.by(() => this.votes.filter(({ closed }) => closed === null));
  /** The newest first. */
  readonly decisions: readonly EntryOf<'decision'>[] = $derived.by(() =>
    this.#of('decision').toReversed(),
  );
  /** Cards that say who matters, in the order in which they came. */
  readonly proposals: readonly Proposal[] = $derived.by(() =>
    proposals(this.#of('actor-proposal'), this.#of('proposal-settled')),
  );
  /** Key of a check of the agenda → why it was accepted. */
  readonly acceptedChecks: ReadonlyMap<string, CheckAccepted> = $derived.by(() =>
    acceptedChecks(this.#of('check-accepted'), this.#of('check-reopened')),
  );
  readonly #stages: ReadonlyMap<string, readonly StageChange[]> = $derived.by(() =>
    stageHistories(this.#of('stage-change')),
  );
  readonly #assessments: ReadonlyMap<string, readonly Assessment[]> = $derived.by(() =>
    Map.groupBy(standingAssessments(this.#of('assessment')), ({ subject }) => subject),
  );

  constructor(session: SpaceSession, syncUrl: string) {
    const spaceId = session.place.space.id;
    const documentId = ledgerDocumentId(spaceId);
    const { id: personId } = session.person;
    this.#copy = new KeptCopy(personId, documentId, this.#doc);
    const kept = new KeptCommands(copyName(personId, documentId), () => session.keptCopy.on);
    this.turnout = new Turnout(spaceId);
    this.#voices = new OwnVoices(spaceId);
    this.#personId = personId;
    this.#spaceId = spaceId;
    this.queue = new CommandQueue({
      ...{ spaceId, kept },
      send: (request) => this.#send(session, request),
      boardIsThere: () => session.boardIsThere,
      hasEntry: (id) => this.#reader.has(id),
    });
    this.#awareness.setLocalState(null); // Who is there is the board's to say.
    const unsubscribe = this.#reader.subscribe((kinds) => this.#update(kinds));
    const follow = $effect.root(() => {
      // Both documents are kept on this device, or neither.
      $effect(() => {
        const { on } = session.keptCopy;
        if (on) this.queue.keep();
        else kept.removeAll();
        void this.#copy.keep(on).catch(() => undefined);
      });
      $effect(() => this.#takeOver(session.live.heirs));
      const boardIsThere = $derived(session.boardIsThere);
      $effect(() => {
        if (boardIsThere) this.queue.flush();
      });
    });
    this.#stop = () => {
      unsubscribe();
      follow();
    };
    void this.#open(syncUrl, documentId);
  }

  get ready(): boolean {
    return this.#ready;
  }

  /** Entries that are kept and cannot be shown. */
  get unreadable(): readonly UnreadableEntry[] {
    return this.#unreadable;
  }

  /** The entries of a kind, in the order in which the server took them. */
  entries<K extends EntryKind>(kind: K): readonly EntryOf<K>[] {
    return this.#of(kind);
  }

  /** What was said about a record. */
  threadsAbout(recordId: string): readonly Thread[] {
    return this.#threadsByRecord.get(recordId) ?? [];
  }

  /** How many threads about a record are not resolved. */
  openThreadsOn(recordId: string): number {
    return this.#openByRecord.get(recordId) ?? 0;
  }

  /** How far somebody was, and who changed it when and why; the first change first. */
  stagesOf(participant: string): readonly StageChange[] {
    return this.#stages.get(participant) ?? [];
  }

  /** The assessments of an actor that stand, in the order of the ledger. */
  assessmentsOf(actor: string): readonly Assessment[] {
    return this.#assessments.get(actor) ?? [];
  }

  /** All that was said of who can bring whom, what was superseded too, in the order of the ledger. */
  get conveningLinks(): readonly ConveningLink[] {
    return this.#of('convening-link');
  }

  /** All entries of a kind, in the order of the ledger. */
  all<K extends EntryKind>(kind: K): readonly EntryOf<K>[] {
    return this.#of(kind);
  }

  /** Whether a statement is this person's own. */
  isOwn({ by, voice }: Pick<Assessment, 'by' | 'voice'>): boolean {
    return by === null ? voice !== null && this.#voices.has(voice) : by.person === this.#personId;
  }

  /** What one may know of blind rounds that are open; null until somebody has asked for it. */
  get openRounds(): OpenRounds | null {
    return this.#openRounds;
  }

  /** Whether a blind round is neither revealed nor cancelled. */
  get hasOpenRound(): boolean {
    const over = [...this.#of('round-revealed'), ...this.#of('round-cancelled')].length;
    return this.#of('round-opened').length > over;
  }

  /** Fetches what one may know of blind rounds, on first use. */
  async readRounds(): Promise<void> {
    const { OpenRounds } = await import('#lib/rounds/open-rounds.svelte.ts');
    this.#openRounds ??= new OpenRounds(this.#spaceId);
    await this.#openRounds.read();
  }

  get heirs(): Heirs {
    return this.#heirs;
  }

  /** The live line stands, perhaps again: what waited is sent, what was said meanwhile asked for. */
  catchUp(): void {
    this.queue.flush();
    void this.#openRounds?.read();
    this.turnout.readAgain();
  }

  /** Gives a command. @returns the fields that it does not take as they are; empty when it is on its way */
  give(command: Command): readonly string[] {
    return this.queue.give(command);
  }

  /** Gives the command to put people at another stage, as many at a time as it may be about. */
  giveStages(
    people: readonly string[],
    to: string,
    said: Omit<CommandOf<'change-stage'>, 'kind' | 'participants' | 'to'>,
  ): void {
    for (let from = 0; from < people.length; from += 200) {
      const participants = people.slice(from, from + 200);
      this.give({ kind: 'change-stage', participants, to, ...said });
    }
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    this.queue.close();
    this.#reader.destroy();
    this.#provider?.destroy();
    this.#awareness.destroy();
    void this.#copy.close().finally(() => this.#doc.destroy());
  }

  async #open(syncUrl: string, documentId: string): Promise<void> {
    const restoreOrigin = await this.#copy.restore().catch(() => undefined);
    if (this.#closed) return;
    this.#ready = this.#doc.store.clients.size > 0;
    this.#provider = new DocumentProvider(syncUrl, documentId, this.#doc, {
      awareness: this.#awareness,
      restoreOrigin,
      ...(this.#copy.epoch === undefined ? {} : { epoch: this.#copy.epoch }),
    });
    this.#provider.subscribe(({ synced, epoch }) => {
      if (synced) this.#ready = true;
      if (epoch !== undefined) this.#copy.belongTo(epoch);
    });
  }

  async #send(session: SpaceSession, request: CommandRequest): Promise<CommandAnswer | null> {
    const answer = (await session.line?.send(request)) ?? null;
    const { command } = request;
    if (answer?.accepted && command.kind === 'cast-ballot') {
      this.turnout.gave(command.vote, command.dots);
    }
    if (answer?.accepted) this.#openRounds?.took(command);
    const unnamed = session.place.space.attribution === 'non-attribution';
    if (answer?.accepted && hasVoice.has(command.kind) && unnamed) void this.#voices.read();
    return answer;
  }

  #takeOver(heirs: Heirs): void {
    if (heirs === untrack(() => this.#heirs)) return;
    this.#heirs = heirs;
    untrack(() => this.#read(this.#byKind.keys()));
  }

  #read(kinds: Iterable<EntryKind>): void {
    for (const kind of [...kinds])
      this.#byKind.set(kind, asOfHeirs(kind, this.#reader.of(kind), this.#heirs));
  }

  #update(kinds: ReadonlySet<EntryKind>): void {
    this.#read(kinds);
    // What was rated blindly is one's own too, once it is here.
    if (kinds.has('round-revealed')) this.#askedForVoices = false;
    if (!this.#askedForVoices && (kinds.has('assessment') || kinds.has('convening-link'))) {
      const said = [...this.#reader.of('assessment'), ...this.#reader.of('convening-link')];
      this.#askedForVoices = said.some(({ voice }) => voice !== null);
      if (this.#askedForVoices) void this.#voices.read();
    }
    this.#unreadable = this.#reader.unreadable;
    this.queue.settle();
  }

  #of<K extends EntryKind>(kind: K): readonly EntryOf<K>[] {
    return (this.#byKind.get(kind) ?? []) as readonly EntryOf<K>[]; // `#update` puts each under its kind
  }
}
