import { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSqliteStorage } from '@parley/storage';
import { Access, SetUpLink, guestCookie, openAccounts, type SessionEnds } from './access/index.ts';
import { createApp } from './app.ts';
import { openAudit } from './audit/audit.ts';
import { Opens } from './audit/opens.ts';
import { Closing } from './closing.ts';
import { openCommands } from './commands/commands.ts';
import { makeEntryIds } from './commands/entry-ids.ts';
import { BlindRounds } from './rounds/blind-rounds.ts';
import { openDataFolder, readSecret } from './data-folder.ts';
import { openLive } from './live/live.ts';
import { fault, type Log } from './log.ts';
import { openMail } from './mail/mail.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { Client } from './pages/client.ts';
import { drain, listen, stillStarting, stopAccepting } from './port.ts';
import { originsOn, type Settings } from './settings.ts';
import { accessChanges } from './spaces/access-changes.ts';
import { openSync } from './sync.ts';
import { dispatchUpgrades } from './upgrade.ts';

export interface ServerOptions {
  readonly log: Log;
  /** Makes the client ready; called while the port is already taken. */
  readonly openClient: (server: Server) => Promise<Client>;
  /** Whether hot reload shares the port. */
  readonly development?: boolean;
  /** Milliseconds since 1970 (UTC); the system's clock when absent. */
  readonly clock?: () => number;
}

export interface RunningServer {
  readonly address: AddressInfo;
  /** Where people reach it. */
  readonly origin: string;
  /** Makes the first account; there while no account exists. */
  readonly setUpLink?: string;
  /** Stops taking requests, brings what was acknowledged and what is open to rest, frees every file. */
  close(): Promise<void>;
}

/**
 * Starts Parley: takes the port first (a second start on the same data ends there), opens what is
 * stored, then answers.
 * @throws {StartupProblem} when a setting, the port or the data folder cannot be used
 */
export async function startServer(
  settings: Settings,
  options: ServerOptions,
): Promise<RunningServer> {
  const closing = new Closing();
  try {
    return await start(settings, options, closing);
  } catch (problem) {
    await closing.run();
    throw problem;
  }
}

async function start(
  settings: Settings,
  { log, openClient, development = false, clock = Date.now }: ServerOptions,
  closing: Closing,
): Promise<RunningServer> {
  let answer = stillStarting;
  const server = createServer((req, res) => {
    answer(req, res);
  });
  const address = await listen(server, settings);
  closing.add(() => drain(server));
  const origins = originsOn(address.port, settings.publicOrigin);
  const secure = origins.own.startsWith('https:');

  await openDataFolder(settings.dataDirectory);
  const secret = await readSecret(settings.dataDirectory, settings.secret);
  const storage = await openSqliteStorage({ directory: settings.dataDirectory });
  closing.add(() => storage.close());
  const sessionEnds: SessionEnds = new EventEmitter();
  const accounts = await openAccounts({
    directory: settings.dataDirectory,
    ...{ secret, clock, origin: origins.own, oidc: settings.oidc, ends: sessionEnds },
  });
  closing.add(() => accounts.close());
  const client = await openClient(server);
  closing.add(() => client.close?.());

  // From here on a request under way needs what was opened above.
  closing.add(() => drain(server));

  const { registry } = storage;
  const cookie = guestCookie(secure);
  const setUpLink = new SetUpLink();
  const access = new Access({
    ...{ accounts, registry, guestCookie: cookie, setUpLink, clock, sessionEnds },
  });
  const metrics = createMetrics();
  const audit = openAudit(registry, clock);
  const opens = new Opens(registry, clock);
  const entryIds = makeEntryIds(secret);
  const rounds = new BlindRounds(registry, entryIds, secret);
  const mail =
    settings.smtp && openMail({ smtp: settings.smtp, origin: origins.own, accounts, log });
  if (mail) closing.add(() => mail.close());
  const parts = {
    ...{ access, accounts, audit, opens, entryIds, registry, origins, clock, log, metrics },
    ...{ rounds, storage, client, mail, guestCookie: cookie },
  };

  const sync = openSync(parts);
  closing.add(() => sync.close());
  const setUpSecret = await access.newSetUpSecret();

  dispatchUpgrades(server, sync.handleUpgrade, development);
  const live = openLive(server, parts);
  closing.add(() => live.close());
  live.takeCommands(openCommands({ ...parts, live, transact: sync.transact }));
  closing.add(() => stopAccepting(server));
  const endSession = (key: string) => {
    sync.endSession(key);
    live.endSession(key);
  };
  const accessChanged = accessChanges(live, sync);
  sessionEnds.on('ended', endSession);
  // The command line, for one: a disabled account, a deleted process.
  storage.onForeignChange(() => {
    sync.recheckEverybody();
    live.recheckEverybody();
  });
  closing.add(sweepSessions(access, log));
  answer = createApp({
    ...parts,
    ...{ live, endSession, transact: sync.transact, accessChanged },
    metricsDoor: { token: settings.metricsToken, isPublic: settings.publicOrigin !== null },
  });

  return {
    address,
    origin: origins.own,
    ...(setUpSecret === null ? {} : { setUpLink: `${origins.own}/set-up#${setUpSecret}` }),
    close: () => closing.run(),
  };
}

/** How often sessions are looked over for those that nobody has used for too long, in ms. */
const sweepMs = 5_000;

/** @returns what stops it */
function sweepSessions(access: Access, log: Log): () => void {
  const sweep = setInterval(() => {
    access.sweep().catch((error: unknown) => {
      log.error({ fault: fault(error) }, 'Sessions could not be looked over.');
    });
  }, sweepMs);
  sweep.unref();
  return () => clearInterval(sweep);
}
