import {
  boardDocumentId,
  may,
  type Act,
  type Notice,
  type Person,
  type Presence,
  type SpaceAnswer,
} from '@parley/contracts';
import { settingsId, settingsType, type Board, type Result, type Settings } from '@parley/model';
import { DocumentProvider, type SyncState } from '@parley/sync/client';
import { createContext } from 'svelte';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readSession } from '#lib/api/accounts.ts';
import { readSpace } from '#lib/api/processes.ts';
import { sentence } from '#lib/api/sentences.ts';
import type { SpaceLedger } from '#lib/ledger/space-ledger.svelte.ts';
import { HiddenNames } from '#lib/names/hidden-names.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Toasts } from '#lib/ui/toasts.svelte.ts';
import { KeptCopy } from './kept-copy.svelte.ts';
import { LiveBoard } from './live-board.svelte.ts';
import type { LiveLine } from './notices.ts';
import { PeopleThere } from './people-there.svelte.ts';
import { Peers, type Peer } from './peers.svelte.ts';
import { refusedAct } from './refused-act.ts';
import { savedState, type Saved } from './saved-state.ts';
import { SelectionState } from './selection-state.svelte.ts';

export interface SpaceSessionParts {
  readonly person: Person;
  /** The space as the server described it when the page opened. */
  readonly place: SpaceAnswer;
  readonly toasts: Toasts;
  /** Such as `wss://parley.example/sync`. */
  readonly syncUrl: string;
}

type OwnPresence = Partial<Pick<Presence, 'board' | 'cursor' | 'editing' | 'view' | 'seen'>> & {
  readonly selection?: readonly string[];
};

/** One open space: its documents, who else is there, and whether all is saved. One per layout. */
export class SpaceSession {
  readonly person: Person;
  readonly live: LiveBoard;
  readonly keptCopy: KeptCopy;
  readonly selection: SelectionState;
  /** Whether people's names are kept off this device's screens. */
  readonly names = new HiddenNames();
  /** Who is in which of this person's spaces of the process. */
  readonly peopleThere = new PeopleThere();
  /** Carries commands, once the page has it. */
  line: LiveLine | null = null;
  /** The last news of who has finished in a round or screening. */
  roundHeard: Extract<Notice, { kind: 'round-progress' }> | null = $state.raw(null);
  #ledger: SpaceLedger | null = $state.raw(null);
  #opening: Promise<SpaceLedger> | null = null;
  readonly #parts: SpaceSessionParts;
  readonly #doc = new Y.Doc();
  readonly #awareness = new Awareness(this.#doc);
  readonly #peers = new Peers(this.#awareness);
  readonly #documentId: string;
  #provider: DocumentProvider | null = null;
  /** What others are to see of this page once there is a connection. */
  #presence: OwnPresence = {};
  #place: SpaceAnswer;
  #closed = false;
  #reached = $state(false);
  /**
   * What of the sync state says whether this person may write. Kept apart: the rest changes with every
   * keystroke, and every actor on a map asks for this.
   */
  #ended = $state(false);
  #granted: SyncState['capability'] = $state();
  #restored = $state(false);
  #sync: SyncState = $state.raw({
    connection: 'connecting',
    synced: false,
    pending: 0,
    pendingUncertain: false,
    storing: true,
  });

  constructor(parts: SpaceSessionParts) {
    this.#parts = parts;
    this.person = parts.person;
    this.#place = $state.raw(parts.place);
    this.#documentId = boardDocumentId(parts.place.space.id);
    this.live = new LiveBoard(this.#doc, this.names);
    this.keptCopy = new KeptCopy(parts.person.id, this.#documentId, this.#doc);
    // The server takes no more than 50 ids (contracts, Presence).
    this.selection = new SelectionState((ids) => this.setPresence({ selection: ids.slice(0, 50) }));
    this.#open().catch((fault: unknown) => {
      // What this device kept cannot be read: work goes on with the server's copy.
      reportError(fault);
      this.#connect(undefined);
    });
  }

  /** Writes; reading goes through `live`. */
  get board(): Board {
    return this.live.board;
  }

  /** The process, the space and its members, as the server last described them. */
  get place(): SpaceAnswer {
    return this.#place;
  }

  /** Asks the server for the place again. Without an answer, what is known stays. */
  async refresh(): Promise<void> {
    const result = await readSpace(this.#place.space.id);
    if (result.ok) this.#place = result.value;
  }

  /** The process's settings, or those that every process starts with. */
  get settings(): Settings {
    return this.live.get('settings', settingsId) ?? usualSettings;
  }

  /** Whether there is something to show: the server's state, or what this device kept. */
  get ready(): boolean {
    return this.#reached || this.#restored;
  }

  get canEdit(): boolean {
    if (this.#ended) return false;
    const { role, capability } = this.place.space;
    return this.#granted === undefined ? may('edit', role, capability) : this.#granted === 'edit';
  }

  /** Whether the table of rights lets this person do this here; the server asks the same table. */
  may(act: Act): boolean {
    const { role, capability } = this.place.space;
    return !this.#ended && may(act, role, capability);
  }

  /** What the server alone writes here; null until it is open, which is after the board. */
  get ledger(): SpaceLedger | null {
    return this.#ledger;
  }

  /** Opens the ledger, on first use. Its code is no part of a board's. */
  openLedger(): Promise<SpaceLedger> {
    this.#opening ??= import('#lib/ledger/space-ledger.svelte.ts').then(({ SpaceLedger }) => {
      const ledger = new SpaceLedger(this, this.#parts.syncUrl);
      if (this.#closed) ledger.close();
      this.#ledger = ledger;
      return ledger;
    });
    // What could not be fetched is asked for anew the next time.
    this.#opening.catch(() => (this.#opening = null));
    return this.#opening;
  }

  /** Gives the command to put people at another stage. */
  async giveStages(...change: Parameters<SpaceLedger['giveStages']>): Promise<void> {
    (await this.openLedger()).giveStages(...change);
    if (this.saved.state === 'offline') this.#parts.toasts.show(m.ledger_stage_waits());
  }

  get saved(): Saved {
    return savedState(this.#sync, this.#reached, this.#ledger?.queue.waiting ?? 0);
  }

  /** Whether the server has acknowledged every change to the board. */
  get boardIsThere(): boolean {
    const { synced, pending, pendingUncertain } = this.#sync;
    return synced && pending === 0 && !pendingUncertain;
  }

  /** Why the server ended the connection for good (sync, close-codes.ts); undefined while it did not. */
  get refusedWith(): number | undefined {
    return this.#sync.connection === 'refused' ? (this.#sync.closeCode ?? 0) : undefined;
  }

  /** Makes a file of what the server never acknowledged; null when there is nothing (R12). */
  async unsentFile(): Promise<Blob | null> {
    const update = this.#provider?.unsentChanges() ?? null;
    if (update === null) return null;
    const { unsentFile } = await import('./unsent-file.ts');
    return unsentFile(this.#doc, update);
  }

  /** Opens the page anew with what the server has; a copy on this device starts over. */
  async openAgain(): Promise<void> {
    await this.keptCopy.startOver();
    location.reload();
  }

  /** Whether closing the page now would lose changes. */
  get wouldLose(): boolean {
    const { pending, toSend } = this.saved;
    return pending + toSend > 0 && !this.keptCopy.on;
  }

  get peers(): readonly Peer[] {
    return this.#peers.list;
  }

  peersOn(recordId: string): readonly Peer[] {
    return this.#peers.on(recordId);
  }

  /** How many threads of comments about a record are not resolved; 0 until the ledger is open. */
  openThreadsOn(recordId: string): number {
    return this.#ledger?.openThreadsOn(recordId) ?? 0;
  }

  editorsOf(recordId: string, field: string): readonly Peer[] {
    return this.#peers.editorsOf(recordId, field);
  }

  /** What others see of this page, at most every 50 ms. */
  setPresence(presence: OwnPresence): void {
    if (this.#provider) this.#provider.setPresence(presence);
    else this.#presence = { ...this.#presence, ...presence };
  }

  undo(): void {
    if (this.canEdit) this.board.undo();
  }

  redo(): void {
    if (this.canEdit) this.board.redo();
  }

  /** Shows a refused write as one sentence. @returns whether it was written */
  say(result: Result<unknown>): boolean {
    if (!result.ok) this.#parts.toasts.show(refusedAct(result.problems), { tone: 'problem' });
    return result.ok;
  }

  /**
   * Tries again after a refusal, once the person has signed in again. Whoever else has signed in here
   * meanwhile starts afresh: what one person wrote is never sent in the name of another.
   */
  async reconnect(): Promise<void> {
    const session = await readSession();
    if (session.ok && session.value.person.id !== this.person.id) location.reload();
    else if (session.ok) this.#provider?.connect();
    else this.#parts.toasts.show(sentence(session.reason), { tone: 'problem' });
  }

  /** Lets go of everything; a second call does nothing. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#peers.close();
    this.#ledger?.close();
    this.live.destroy();
    this.names.close();
    if (this.#provider) this.#provider.destroy();
    else this.#awareness.destroy();
    void this.keptCopy.close().finally(() => this.#doc.destroy());
  }

  async #open(): Promise<void> {
    this.#connect(await this.keptCopy.restore());
  }

  #connect(restoreOrigin: unknown): void {
    if (this.#closed || this.#provider) return;
    this.#restored = restoreOrigin !== undefined && this.#doc.store.clients.size > 0;
    this.#provider = new DocumentProvider(this.#parts.syncUrl, this.#documentId, this.#doc, {
      awareness: this.#awareness,
      restoreOrigin,
      ...(this.keptCopy.epoch === undefined ? {} : { epoch: this.keptCopy.epoch }),
    });
    this.#provider.setPresence(this.#presence);
    this.#provider.subscribe((sync) => {
      this.#sync = sync;
      this.#ended = sync.connection === 'refused';
      this.#granted = sync.capability;
      if (sync.synced) this.#reached = true;
      if (sync.epoch !== undefined) this.keptCopy.belongTo(sync.epoch);
    });
  }
}

// The defaults name every field of the settings: a process without a record has these.
const usualSettings = { id: settingsId, ...settingsType.defaults() } as Settings;

export const [getSpaceSession, setSpaceSession] = createContext<SpaceSession>();
