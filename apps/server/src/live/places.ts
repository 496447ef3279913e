import {
  may,
  type ClientToServer,
  type ServerToClient,
  type WatchRequest,
  type Whereabouts,
} from '@parley/contracts';
import type { Registry } from '@parley/storage';
import type { Server, Socket } from 'socket.io';
import type * as v from 'valibot';
import { admitToSpace, membershipOf, type Session } from '../access/index.ts';
import { isOfPlace, rooms } from './rooms.ts';
import { WhoIsWhere } from './who-is-where.ts';

export type LiveSocket = Socket<ClientToServer, ServerToClient>;
type Watched = v.InferOutput<typeof WatchRequest>;

/** What one page has asked to hear of. */
interface Page {
  readonly session: Session;
  watched: Watched;
  /** Settles when all that was asked before has been done: of two questions the later one counts. */
  turn: Promise<unknown>;
  /** The next look, which has not begun: whoever asks meanwhile shares it, so that no queue grows. */
  next: Promise<boolean> | null;
}

/** What a page may hear of. */
interface SeenSpaces {
  readonly rooms: string[];
  readonly spaceIds: string[];
}

/**
 * Which space each live socket has open: a page has one at a time. From it follows what the socket
 * hears (the rooms of that space and its process) and of whom it knows where they are (members of the
 * spaces in the process that are its person's own).
 */
export class Places {
  readonly #io: Server<ClientToServer, ServerToClient>;
  readonly #registry: Registry;
  readonly #pages = new Map<string, Page>();
  readonly #where: WhoIsWhere;
  /** Grows whenever what somebody may do has changed. */
  #version = 0;

  constructor(io: Server<ClientToServer, ServerToClient>, registry: Registry) {
    this.#io = io;
    this.#registry = registry;
    this.#where = new WhoIsWhere((spaceId) => {
      io.to(rooms.sees(spaceId)).emit('whereabouts', this.#told([spaceId], false));
    });
  }

  /** Resolves to whether the space is there and open to this session. */
  watch(socket: LiveSocket, session: Session, watched: Watched): Promise<boolean> {
    const fresh = { session, watched, turn: Promise.resolve(), next: null };
    const page: Page = this.#pages.get(socket.id) ?? fresh;
    if (!this.#pages.has(socket.id)) {
      socket.once('disconnect', () => {
        this.#pages.delete(socket.id);
        this.#where.remove(socket.id);
      });
    }
    page.watched = watched;
    this.#pages.set(socket.id, page);
    return this.#inTurn(socket, page);
  }

  /** Looks anew at what this person's pages may hear and see; until then they hear nothing. */
  async recheck(personId: string): Promise<void> {
    this.#version += 1;
    const sockets = this.#io.of('/').sockets;
    const settled: Promise<boolean>[] = [];
    for (const [id, page] of this.#pages) {
      const socket = sockets.get(id);
      if (!socket || page.session.person.id !== personId) continue;
      leaveRooms(socket, new Set());
      settled.push(this.#inTurn(socket, page));
    }
    await Promise.all(settled);
  }

  close(): void {
    this.#where.close();
  }

  #inTurn(socket: LiveSocket, page: Page): Promise<boolean> {
    if (page.next !== null) return page.next;
    const settled = page.turn.then(() => {
      page.next = null;
      return this.#settle(socket, page);
    });
    page.next = settled;
    page.turn = settled.catch(() => undefined);
    return settled;
  }

  /** When it cannot be looked up, the page hears nothing more (fail closed). */
  async #settle(socket: LiveSocket, { session, watched }: Page): Promise<boolean> {
    let version: number;
    let seen: SeenSpaces | null;
    do {
      version = this.#version;
      seen = await this.#spacesSeenFrom(session, watched.spaceId).catch((error: unknown) => {
        this.#leave(socket, new Set());
        throw error;
      });
      // An answer that was on its way while something was taken away may be out of date.
    } while (version !== this.#version);
    if (socket.disconnected) return false;
    this.#leave(socket, new Set(seen?.rooms));
    if (seen === null) return false;
    await socket.join(seen.rooms);
    const { spaceId, board } = watched;
    this.#where.put(socket.id, { spaceId, person: session.person, board });
    socket.emit('whereabouts', this.#told(seen.spaceIds, true));
    return true;
  }

  /** The rooms that a page on this space belongs in; null where the space is not theirs. */
  async #spacesSeenFrom(session: Session, spaceId: string): Promise<SeenSpaces | null> {
    const admitted = await admitToSpace(this.#registry, session, spaceId);
    if (admitted === null) return null;
    const { space, process } = admitted.place;
    const places = await this.#registry.spacesOf(session.person.id);
    const spaceIds = places
      .filter((place) => place.process.id === process.id)
      .filter(({ membership }) => {
        const { role, capability } = membershipOf(membership);
        return may('open', role, capability);
      })
      .map((place) => place.space.id);
    const sees = spaceIds.map((id) => rooms.sees(id));
    return { rooms: [rooms.space(space.id), rooms.process(process.id), ...sees], spaceIds };
  }

  #leave(socket: LiveSocket, except: ReadonlySet<string>): void {
    leaveRooms(socket, except);
    if (except.size === 0) this.#where.remove(socket.id);
  }

  #told(spaceIds: readonly string[], complete: boolean): Whereabouts {
    const spaces = spaceIds.map((spaceId) => ({ spaceId, people: this.#where.peopleIn(spaceId) }));
    return { complete, spaces };
  }
}

function leaveRooms(socket: LiveSocket, except: ReadonlySet<string>): void {
  for (const room of socket.rooms) {
    if (isOfPlace(room) && !except.has(room)) void socket.leave(room);
  }
}
