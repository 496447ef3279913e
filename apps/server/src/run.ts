import { startServer, type RunningServer, type ServerOptions } from './create-server.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';
import { StartupProblem } from './startup-problem.ts';
import { StorageError } from '@parley/storage';

/**
 * Runs Parley as a program: one line with the address, a second with the set-up link while there is
 * no account; ends on Ctrl-C or SIGTERM with everything in its place.
 */
export async function run(
  options: Pick<ServerOptions, 'openClient' | 'development'>,
): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const server = await startServer(settings, { ...options, log: createLog(settings.logLevel) });
    endOnSignal(server);
    announce(server);
  } catch (problem) {
    if (!isForThePerson(problem)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exit(1);
  }
}

function announce({ origin, setUpLink }: RunningServer): void {
  process.stdout.write(`Parley is ready: ${origin}\n`);
  if (setUpLink !== undefined) {
    process.stdout.write(`Make the first account with this link, which works once: ${setUpLink}\n`);
  }
}

/** Whether the message says what to do; storage words its own faults that way. */
const isForThePerson = (problem: unknown): problem is Error =>
  problem instanceof StartupProblem || problem instanceof StorageError;

/** The first signal brings everything to rest; a second one does not wait for that. */
function endOnSignal(server: RunningServer): void {
  let ending = false;
  const end = () => {
    if (ending) process.exit(130);
    ending = true;
    server.close().then(
      () => process.exit(0),
      () => {
        process.stderr.write('Parley stopped, but could not close everything in order.\n');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
