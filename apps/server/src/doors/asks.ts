import { SessionAnswer, paths, type DoorName } from '@parley/contracts';
import * as v from 'valibot';
import { invite, password } from '../testing/test-parley.ts';
import type { Place } from '../testing/place.ts';

/** A request that a door takes from whoever may come in. */
export interface Ask {
  readonly path: string;
  readonly body?: unknown;
  /** What the door may answer then, beside a success. */
  readonly status?: number;
}

interface DoorAsk {
  /** Makes ready what the request is about. */
  readonly ask: (place: Place) => Ask | Promise<Ask>;
  /** Whether the request ends a session, a space or a process: the next one needs a new place. */
  readonly ends?: boolean;
}

/** Doors whose path names more than a space or a process: what else it names has to be there. */
type DoorNamingMore = {
  [Name in DoorName]: Name extends `${string}:${infer Named}`
    ? Named extends 'spaceId' | 'processId' | `${'spaceId' | 'processId'}/${infer Rest}`
      ? Named extends `${string}:${string}`
        ? Name
        : Rest extends `${string}:${string}`
          ? Name
          : never
      : Name
    : never;
}[DoorName];

/**
 * What to ask at each door. A door without an entry is asked with its own path and an empty body: who
 * may not come in is refused before anybody reads it. Where a path names more than the place, an entry
 * is needed, and its absence does not compile.
 */
export const asks: Readonly<Partial<Record<DoorName, DoorAsk>> & Record<DoorNamingMore, DoorAsk>> =
  {
    'POST /api/set-up': {
      ask: () => {
        const person = { name: 'Eve', email: 'eve@example.org', password };
        return { path: paths.setUp, body: { secret: 'A'.repeat(43), ...person }, status: 409 };
      },
    },
    'POST /api/sign-in': {
      ask: () => ({ path: paths.signIn, body: { email: 'amira@example.org', password } }),
      ends: true,
    },
    // No provider is set here: there is nothing to come back from.
    'GET /api/sign-in/callback/oidc': {
      ask: () => ({ path: paths.providerCallback, status: 404 }),
    },
    'PATCH /api/account/passkeys/:passkeyId': {
      ask: () => ({ path: paths.passkey('none'), body: { name: 'Key' }, status: 404 }),
    },
    'DELETE /api/account/passkeys/:passkeyId': {
      ask: () => ({ path: paths.passkey('none'), status: 404 }),
    },
    'DELETE /api/account/sessions/:sessionId': {
      ask: () => ({ path: paths.accountSession('none'), status: 404 }),
    },
    'POST /api/sign-out': { ask: () => ({ path: paths.signOut }), ends: true },
    'POST /api/join/preview': {
      ask: async (place) => {
        const { secret } = await invite(place.founder, place.spaceId);
        return { path: paths.joinPreview, body: { secret } };
      },
    },
    'POST /api/join': {
      ask: async (place) => {
        const { secret } = await invite(place.founder, place.spaceId, { capability: 'read' });
        return { path: paths.join, body: { secret, displayName: 'Bilal' } };
      },
      ends: true,
    },
    'POST /api/processes': {
      ask: () => ({ path: paths.processes, body: { title: 'Coast talks' } }),
    },
    'POST /api/processes/examples': {
      ask: () => ({ path: paths.examples, body: { example: 'lake-meridia' } }),
    },
    'PATCH /api/processes/:processId': {
      ask: ({ processId }) => ({ path: paths.process(processId), body: { title: 'Coast talks' } }),
    },
    'POST /api/processes/:processId/spaces': {
      ask: ({ processId }) => ({
        path: paths.spaces(processId),
        body: { kind: 'plenary', title: 'Plenary', attribution: 'named' },
      }),
    },
    'POST /api/processes/:processId/end': {
      ask: ({ processId }) => ({ path: paths.endProcess(processId) }),
      ends: true,
    },
    'PATCH /api/spaces/:spaceId': {
      ask: ({ spaceId }) => ({ path: paths.space(spaceId), body: { title: 'Our team' } }),
    },
    'POST /api/spaces/:spaceId/end': {
      ask: ({ spaceId }) => ({ path: paths.endSpace(spaceId) }),
      ends: true,
    },
    'POST /api/spaces/:spaceId/reopen': {
      ask: async ({ founder, spaceId }) => {
        await founder.post(paths.endSpace(spaceId));
        return { path: paths.reopenSpace(spaceId) };
      },
      ends: true,
    },
    'PATCH /api/spaces/:spaceId/members/:personId': {
      ask: async (place) => ({
        path: paths.member(place.spaceId, await newObserver(place)),
        body: { capability: 'contribute' },
      }),
    },
    'DELETE /api/spaces/:spaceId/members/:personId': {
      ask: async (place) => ({ path: paths.member(place.spaceId, await newObserver(place)) }),
    },
    'DELETE /api/spaces/:spaceId/membership': {
      ask: ({ spaceId }) => ({ path: paths.membership(spaceId) }),
      ends: true,
    },
    'POST /api/spaces/:spaceId/invitations': {
      ask: ({ spaceId }) => ({
        path: paths.invitations(spaceId),
        body: { role: 'observer', capability: 'read', uses: 1, hours: 1 },
      }),
    },
    'DELETE /api/spaces/:spaceId/invitations/:invitationId': {
      ask: async ({ founder, spaceId }) => {
        const { id } = await invite(founder, spaceId);
        return { path: paths.invitation(spaceId, id) };
      },
    },
    'POST /api/spaces/:spaceId/exports': {
      ask: ({ spaceId }) => ({ path: paths.exports(spaceId), body: { what: 'participants' } }),
    },
  };

/** The id of somebody whom every host may change or remove. */
async function newObserver(place: Place): Promise<string> {
  const { visitor } = await place.join('observer', 'read');
  const { body } = await visitor.get(paths.session);
  return v.parse(SessionAnswer, body).person.id;
}

/** @throws when the path names something that only an entry of `asks` could say */
export async function askAt(name: DoorName, place: Place): Promise<Ask> {
  const special = asks[name];
  if (special) return special.ask(place);
  const path = name
    .replace(/^[A-Z]+ /, '')
    .replace(':spaceId', place.spaceId)
    .replace(':processId', place.processId);
  if (path.includes(':')) throw new Error(`${name} needs an entry in asks.ts.`);
  return name.startsWith('GET') ? { path } : { path, body: {}, status: 422 };
}
