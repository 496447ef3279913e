import {
  doors,
  may,
  outranks,
  type Capability,
  type DoorName,
  type DoorNeeding,
  type Role,
} from '@parley/contracts';
import type { EndedSpace, ProcessRow, Registry, SpaceOfPerson } from '@parley/storage';
import { Router, type Request, type RequestHandler } from 'express';
import { admitToSpace, membershipOf, type Access, type Session } from '../access/index.ts';
import { refusal, send, type Reply } from './reply.ts';

/** Who knocks at a space's door, and as what they are there. */
export interface InSpace {
  readonly session: Session;
  readonly place: SpaceOfPerson;
  readonly role: Role;
  readonly capability: Capability;
}

/** Who knocks at a process's door. */
export interface InProcess {
  readonly session: Session;
  readonly process: ProcessRow;
  /** The spaces of the process that are theirs to open; at least one. */
  readonly places: readonly SpaceOfPerson[];
  /** The highest of their roles among the spaces where they may do what the door asks. */
  readonly role: Role;
}

/** Who knocks at the door of a space that has ended. */
export interface InEndedSpace {
  readonly session: Session;
  readonly place: EndedSpace;
}

interface DoorParts {
  readonly access: Access;
  readonly registry: Registry;
}

const verbs = {
  GET: 'get',
  POST: 'post',
  PATCH: 'patch',
  PUT: 'put',
  DELETE: 'delete',
} as const;

/**
 * The one place of the HTTP API that asks the table of rights. A route is registered by the name of
 * its door in contracts, so that none can stand without a row there; `all` refuses a row without a
 * route.
 */
export class Doors {
  readonly #router = Router();
  readonly #parts: DoorParts;
  readonly #built = new Set<DoorName>();

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  /** For anybody: what may be asked without a session. */
  free(name: DoorNeeding<'nothing'>, answer: (req: Request) => Promise<Reply>): this {
    return this.#build(name, answer);
  }

  /** For whoever has a session. */
  session(
    name: DoorNeeding<'session'>,
    answer: (req: Request, session: Session) => Promise<Reply>,
  ): this {
    return this.#build(name, (req) => this.#withSession(req, (session) => answer(req, session)));
  }

  /** For whoever has an account. */
  account(
    name: DoorNeeding<'account'>,
    answer: (req: Request, session: Session) => Promise<Reply>,
  ): this {
    return this.#build(name, (req) =>
      this.#withSession(req, async (session) =>
        session.person.kind === 'account' ? answer(req, session) : refusal('not-allowed'),
      ),
    );
  }

  /** For members of the space in the path, as far as the table lets them. */
  space(
    name: DoorNeeding<'space'>,
    answer: (req: Request, admitted: InSpace) => Promise<Reply>,
  ): this {
    const { act } = doors[name];
    return this.#build(name, (req) =>
      this.#withSession(req, async (session) => {
        const spaceId = String(req.params.spaceId);
        const admitted = await admitToSpace(this.#parts.registry, session, spaceId);
        if (admitted === null) return refusal('not-found');
        const { role, capability } = admitted;
        if (!may(act, role, capability)) return refusal('not-allowed');
        return answer(req, { session, ...admitted });
      }),
    );
  }

  /** For members of the process in the path: the right in any of its spaces is enough. */
  process(
    name: DoorNeeding<'process'>,
    answer: (req: Request, admitted: InProcess) => Promise<Reply>,
  ): this {
    const { act } = doors[name];
    return this.#build(name, (req) =>
      this.#withSession(req, async (session) => {
        const all = await this.#parts.registry.spacesOf(session.person.id);
        const places = all.filter(({ process }) => process.id === req.params.processId);
        const [first] = places;
        if (!first) return refusal('not-found');
        const [role] = places
          .map(({ membership }) => membershipOf(membership))
          .filter(({ role, capability }) => may(act, role, capability))
          .map(({ role }) => role)
          .sort(byRank);
        if (role === undefined) return refusal('not-allowed');
        return answer(req, { session, process: first.process, places, role });
      }),
    );
  }

  /** For members of the space in the path, which has ended, as far as the table would let them. */
  endedSpace(
    name: DoorNeeding<'ended-space'>,
    answer: (req: Request, found: InEndedSpace) => Promise<Reply>,
  ): this {
    const { act } = doors[name];
    return this.#build(name, (req) =>
      this.#withSession(req, async (session) => {
        const ended = await this.#parts.registry.endedSpacesOf(session.person.id);
        const place = ended.find(({ space }) => space.id === req.params.spaceId);
        if (place === undefined) return refusal('not-found');
        const { role, capability } = membershipOf(place.membership);
        return may(act, role, capability)
          ? answer(req, { session, place })
          : refusal('not-allowed');
      }),
    );
  }

  /**
   * The router with every door of the table, and behind them nothing.
   * @throws when a row of the table has no route
   */
  all(): Router {
    const missing = Object.keys(doors).filter((name) => !this.#built.has(name as DoorName));
    if (missing.length > 0) throw new Error(`Doors without a route: ${missing.join(', ')}`);
    const nothing = this.#answering((req) =>
      this.#withSession(req, () => Promise.resolve(refusal('not-found'))),
    );
    return Router().use(this.#router).use('/api', nothing);
  }

  #build(name: DoorName, answer: (req: Request) => Promise<Reply>): this {
    const [method, path] = name.split(' ') as [keyof typeof verbs, string]; // as contracts writes them
    this.#router[verbs[method]](path, this.#answering(answer));
    this.#built.add(name);
    return this;
  }

  readonly #answering =
    (answer: (req: Request) => Promise<Reply>): RequestHandler =>
    async (req, res) => {
      send(res, await answer(req));
    };

  async #withSession(req: Request, answer: (session: Session) => Promise<Reply>): Promise<Reply> {
    const session = await this.#parts.access.resolveSession(req.headers);
    return session === null ? refusal('no-session') : answer(session);
  }
}

const byRank = (one: Role, other: Role): number => (outranks(one, other) ? -1 : 1);
