import type { IncomingMessage, Server as HttpServer } from 'node:http';
import {
  WatchRequest,
  type AccessChanged,
  type ClientToServer,
  type Notice,
  type ServerToClient,
} from '@parley/contracts';
import type { Registry } from '@parley/storage';
import { Server } from 'socket.io';
import * as v from 'valibot';
import type { Access, Session } from '../access/index.ts';
import { fault, type Log } from '../log.ts';
import type { Commands } from '../commands/commands.ts';
import type { Origins } from '../settings.ts';
import { Places, type LiveSocket } from './places.ts';
import { rooms } from './rooms.ts';

/** Notices to the pages that are open now (contracts, `Notice`). */
export interface Live {
  toSpace(spaceId: string, notice: Notice): void;
  /** To everybody who has a space of this process open. */
  toProcess(processId: string, notice: Notice): void;
  toPerson(personId: string, notice: Notice): void;
  /** From now on answers what pages ask the ledger for; until then they are left to ask again. */
  takeCommands(commands: Commands): void;
  /** The same for everybody, and for their sessions: another process has changed something. */
  recheckEverybody(): void;
  /**
   * Lets this person's pages hear and see from now on what they may, and nothing more: until that is
   * looked up, nothing. Tells them what happened.
   */
  accessChanged(personId: string, said?: AccessChanged): void;
  /** Says so on the sockets that were opened under a session which has ended, and closes them. */
  endSession(key: string): void;
  close(): void;
}

export interface LiveParts {
  readonly access: Access;
  readonly registry: Registry;
  readonly origins: Origins;
  readonly clock: () => number;
  readonly log: Log;
}

/** setTimeout takes no more than this many milliseconds. */
const longestTimer = 2 ** 31 - 1;

/** Puts socket.io on the server. It answers under /socket.io/ alone and leaves other upgrades be. */
export function openLive(server: HttpServer, parts: LiveParts): Live {
  const sessions = new WeakMap<IncomingMessage, Session>();
  let commands: Commands | null = null;
  const io = new Server<ClientToServer, ServerToClient>(server, {
    destroyUpgrade: false,
    serveClient: false,
    // The longest command is a decision in three-byte letters; what is larger is an attack.
    maxHttpBufferSize: 32 * 1024,
    allowRequest: (request, answer) => {
      admit(request).then(
        (refusal) => answer(refusal, refusal === null),
        (error: unknown) => {
          parts.log.error({ fault: fault(error) }, 'A live connection could not be checked.');
          answer('unavailable', false);
        },
      );
    },
  });

  async function admit(request: IncomingMessage): Promise<string | null> {
    const { origin } = request.headers;
    // A browser leaves Origin out of a same-origin GET, which is how polling begins.
    const foreign = origin === undefined ? isUpgrade(request) : !isOurs(origin);
    if (foreign) return 'wrong-origin';
    const session = await parts.access.resolveSession(request.headers);
    if (session === null) return 'no-session';
    sessions.set(request, session);
    return null;
  }

  const isOurs = (origin: string) => parts.origins.allowed.includes(origin);

  io.on('connection', (socket: LiveSocket) => {
    const session = sessions.get(socket.request);
    if (!session) {
      socket.disconnect(true);
      return;
    }
    welcome(socket, session);
  });

  function welcome(socket: LiveSocket, session: Session): void {
    void socket.join([rooms.person(session.person.id), rooms.session(session.key)]);
    const left = Math.min(session.endsAt - parts.clock(), longestTimer);
    const end = setTimeout(() => endOf(socket), Math.max(0, left));
    socket.on('disconnect', () => clearTimeout(end));
    socket.on('watch', (wish, answer) => {
      const request = v.safeParse(WatchRequest, wish);
      if (!request.success) {
        reply(answer, false);
        return;
      }
      places.watch(socket, session, request.output).then(
        (watching) => reply(answer, watching),
        (error: unknown) => {
          parts.log.error({ fault: fault(error) }, 'A space could not be watched.');
          reply(answer, false);
        },
      );
    });
    socket.on('command', (request, answer) => {
      void commands?.(session, request).then((answered) => {
        if (typeof answer === 'function') answer(answered);
      });
    });
  }

  const places = new Places(io, parts.registry);

  async function recheckEverybody(): Promise<void> {
    const people = new Set<string>();
    for (const socket of io.sockets.sockets.values()) {
      const session = sessions.get(socket.request);
      if (session && (await parts.access.isOpen(session))) people.add(session.person.id);
      else endOf(socket);
    }
    for (const personId of people) await places.recheck(personId);
  }

  const say = (room: string, notice: Notice): void => {
    io.to(room).emit('notice', notice);
  };

  return {
    toSpace: (id, notice) => say(rooms.space(id), notice),
    toProcess: (id, notice) => say(rooms.process(id), notice),
    toPerson: (id, notice) => say(rooms.person(id), notice),
    accessChanged: (personId, said) => {
      if (said) say(rooms.person(personId), said);
      places.recheck(personId).catch((error: unknown) => {
        parts.log.error({ fault: fault(error) }, 'What a page may hear could not be checked.');
      });
    },
    takeCommands: (taken) => {
      commands = taken;
    },
    recheckEverybody: () => {
      recheckEverybody().catch((error: unknown) => {
        parts.log.error({ fault: fault(error) }, 'Who may stay could not be checked.');
      });
    },
    endSession: (key) => {
      for (const id of io.sockets.adapter.rooms.get(rooms.session(key)) ?? []) {
        const socket = io.sockets.sockets.get(id);
        if (socket) endOf(socket);
      }
    },
    // Not `io.close()`: that waits for the HTTP server, which is not ours to close.
    close: () => {
      places.close();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

/** Says that the session is over, and closes the socket. */
function endOf(socket: LiveSocket): void {
  socket.emit('notice', { kind: 'access-changed', reason: 'session-ended' });
  socket.disconnect(true);
}

const isUpgrade = (request: IncomingMessage): boolean => request.headers.upgrade !== undefined;

/** Answers with the page's own function, if it sent one: a hostile page may send something else. */
function reply(
  answer: Parameters<ClientToServer['watch']>[1] | undefined,
  watching: boolean,
): void {
  if (typeof answer === 'function') answer({ watching });
}
