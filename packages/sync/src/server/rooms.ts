import { CommitPace } from './commit-pace.ts';
import { Room, type RoomOptions } from './room.ts';

/** What all rooms of a server share. */
export type RoomsOptions = Omit<RoomOptions, 'documentId' | 'onGone' | 'pace'>;

/** The open rooms: at most one per document, so that a document is loaded once (R11). */
export class Rooms {
  readonly #open = new Map<string, Room>();
  readonly #options: Omit<RoomOptions, 'documentId' | 'onGone'>;

  constructor(options: RoomsOptions) {
    this.#options = { ...options, pace: new CommitPace(options.limits.groupMs) };
  }

  get size(): number {
    return this.#open.size;
  }

  [Symbol.iterator](): Iterator<Room> {
    return this.#open.values();
  }

  /** Holds the room of a document, opening it when it is not open. The caller must release it. */
  hold(documentId: string): Room {
    let room = this.#open.get(documentId);
    if (room === undefined) {
      const onGone = (gone: Room): void => {
        if (this.#open.get(documentId) === gone) this.#open.delete(documentId);
      };
      room = new Room({ ...this.#options, documentId, onGone });
      this.#open.set(documentId, room);
    }
    room.hold();
    return room;
  }
}
