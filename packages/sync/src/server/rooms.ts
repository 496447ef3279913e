import { Room, type RoomOptions } from './room.ts';

/** The open rooms: at most one per document, so that a document is loaded once (R11). */
export class Rooms {
  readonly #open = new Map<string, Room>();
  readonly #options: Omit<RoomOptions, 'documentId' | 'onGone'>;

  constructor(options: Omit<RoomOptions, 'documentId' | 'onGone'>) {
    this.#options = options;
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
