import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  InvitationCreated,
  JoinAnswer,
  ProcessAnswer,
  SessionAnswer,
  SpaceCreated,
  paths,
  type Capability,
  type ProcessSummary,
  type Role,
} from '@parley/contracts';
import * as v from 'valibot';
import { startServer, type RunningServer } from '../create-server.ts';
import { createLog } from '../log.ts';
import { readSettings } from '../settings.ts';
import { plainClient } from './plain-client.ts';
import { Visitor } from './visitor.ts';

export const password = 'a long enough password';

/** A whole Parley on a port of its own, with its data in a temporary folder. */
export interface TestParley {
  readonly origin: string;
  readonly directory: string;
  /** The secret of the set-up link of the last start. */
  readonly setUpSecret: string | undefined;
  visitor(): Visitor;
  /** Moves the server's clock forward. */
  pass(hours: number): void;
  /** Stops and starts again on the same data. @param meanwhile what is done in between */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Stops and removes the data. */
  end(): Promise<void>;
}

/** @param environment settings beside the port and the data folder */
export async function openParley(environment: Record<string, string> = {}): Promise<TestParley> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-server-'));
  const settings = readSettings({ PORT: '0', PARLEY_DATA_DIR: directory, ...environment });
  let ahead = 0;
  const start = (port = 0): Promise<RunningServer> =>
    startServer(
      { ...settings, port },
      {
        log: createLog('silent'),
        openClient: () => Promise.resolve(plainClient),
        clock: () => Date.now() + ahead,
      },
    );
  let server = await start();
  return {
    directory,
    get origin() {
      return server.origin;
    },
    get setUpSecret() {
      return server.setUpLink?.split('#')[1];
    },
    visitor: () => new Visitor(server.origin, `http://127.0.0.1:${server.address.port}`),
    pass: (hours) => {
      ahead += hours * 60 * 60 * 1000;
    },
    restart: async (meanwhile) => {
      await server.close();
      await meanwhile?.();
      // On the same port: browsers that are open know no other.
      server = await start(server.address.port);
    },
    end: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Makes the first account, Amira's, and returns her browser. */
export async function setUpLead(parley: TestParley): Promise<Visitor> {
  const visitor = parley.visitor();
  await expectStatus(201, () =>
    visitor.post(paths.setUp, {
      secret: parley.setUpSecret,
      name: 'Amira',
      email: 'amira@example.org',
      password,
    }),
  );
  return visitor;
}

export async function makeProcess(lead: Visitor, title = 'River talks'): Promise<ProcessSummary> {
  const answer = await expectStatus(201, () => lead.post(paths.processes, { title }));
  return v.parse(ProcessAnswer, answer.body).process;
}

/** The id of the one space of a new process. */
export function teamOf(process: ProcessSummary): string {
  const [space] = process.spaces;
  if (!space) throw new Error('The process has no space.');
  return space.id;
}

export interface InvitationWish {
  readonly role?: Role;
  readonly capability?: Capability;
  readonly uses?: number;
  readonly hours?: number;
  readonly waits?: boolean;
}

/** Makes an invitation; returns its id and the secret of its link. */
export async function invite(
  lead: Visitor,
  spaceId: string,
  wish: InvitationWish = {},
): Promise<{ id: string; secret: string }> {
  const body = { role: 'participant', capability: 'contribute', uses: 1, hours: 1, ...wish };
  const answer = await expectStatus(201, () => lead.post(paths.invitations(spaceId), body));
  const { invitation, link } = v.parse(InvitationCreated, answer.body);
  return { id: invitation.id, secret: link.split('#')[1] ?? '' };
}

/** A guest who has joined by a link of their own. */
export async function joinAsGuest(
  parley: TestParley,
  lead: Visitor,
  spaceId: string,
  displayName: string,
  wish: InvitationWish = {},
): Promise<Visitor> {
  const { secret } = await invite(lead, spaceId, wish);
  const guest = parley.visitor();
  const answer = await expectStatus(201, () => guest.post(paths.join, { secret, displayName }));
  v.parse(JoinAnswer, answer.body);
  return guest;
}

/** A further space of a process, made by somebody who may. @returns its id */
export async function makeSpace(
  by: Visitor,
  processId: string,
  title: string,
  kind: 'plenary' | 'caucus' = 'caucus',
): Promise<string> {
  const wish = { kind, title, attribution: 'named' };
  const answer = await expectStatus(201, () => by.post(paths.spaces(processId), wish));
  return v.parse(SpaceCreated, answer.body).space.id;
}

/** The id of the person whose browser this is. */
export async function idOf(visitor: Visitor): Promise<string> {
  const answer = await expectStatus(200, () => visitor.get(paths.session));
  return v.parse(SessionAnswer, answer.body).person.id;
}

async function expectStatus(status: number, send: () => ReturnType<Visitor['get']>) {
  const answer = await send();
  if (answer.status === status) return answer;
  throw new Error(`Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}
