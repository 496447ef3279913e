import { CommitPace } from './commit-pace.ts';
import { Compaction } from './compaction.ts';
import { Room, type RoomOptions } from './room.ts';

export type RoomsOptions = Omit<RoomOptions, 'onGone' | 'pace' | 'compaction'>;

/** The open rooms: at most one per document, so that a document is loaded once (R11). */
export class Rooms {
  readonly #open = new Map<string, Room>();
  readonly #compaction: Compaction;
  readonly #options: RoomOptions;

  constructor(options: RoomsOptions) {
    this.#compaction = new Compaction(options.store);
    this.#options = {
      ...options,
      pace: new CommitPace(options.limits.groupMs),
      compaction: this.#compaction,
      onGone: (gone) => {
        if (this.#open.get(gone.documentId) === gone) this.#open.delete(gone.documentId);
      },
    };
  }

  get size(): number {
    return this.#open.size;
  }

  [Symbol.iterator](): Iterator<Room> {
    return this.#open.values();
  }

  /** Connections to a document, those that wait for it to be loaded included. */
  visitorsOf(documentId: string): number {
    return this.#open.get(documentId)?.visitors ?? 0;
  }

  /** Call it when every room is gone. */
  close(): Promise<void> {
    return this.#compaction.close();
  }

  /** Holds the room of a document, opening it when it is not open. The caller must release it. */
  hold(documentId: string): Room {
    let room = this.#open.get(documentId);
    if (room === undefined) {
      room = new Room(documentId, this.#options);
      this.#open.set(documentId, room);
    }
    room.hold();
    return room;
  }
}
