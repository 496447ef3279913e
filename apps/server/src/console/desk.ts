import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openSqliteStorage, type Registry, type Storage } from '@parley/storage';
import { openAudit, type Audit } from '../audit/audit.ts';
import { openDataFolder } from '../data-folder.ts';
import { originsOn, type Settings } from '../settings.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { Terminal } from './terminal.ts';

/** What is open while one command runs. */
export interface Data {
  readonly storage: Storage;
  readonly registry: Registry;
  readonly audit: Audit;
}

/** What a command has to work with. */
export interface Desk {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly clock: () => number;
  /** Where people reach the server: the beginning of links. */
  readonly origin: string;
  /** A path as the one who typed it means it. */
  readonly pathOf: (typed: string) => string;
  /**
   * Opens the data folder; whoever runs the command closes it. A server may have it open too.
   * @throws ConsoleProblem when there is nothing in it yet
   */
  readonly open: () => Promise<Data>;
  /** The same, but makes it when it is not there. */
  readonly openOrBegin: () => Promise<Data>;
}

/** @param closeLater is given what must be closed when the command has run */
export function deskFor(
  settings: Settings,
  terminal: Terminal,
  closeLater: (close: () => Promise<void>) => void,
): Desk {
  const directory = settings.dataDirectory;
  const openOrBegin = async (): Promise<Data> => {
    await openDataFolder(directory);
    const storage = await openSqliteStorage({ directory });
    closeLater(() => storage.close());
    const { registry } = storage;
    return { storage, registry, audit: openAudit(registry, Date.now) };
  };
  return {
    settings,
    terminal,
    clock: Date.now,
    origin: originsOn(settings.port, settings.publicOrigin).own,
    // npm runs a script in the folder of package.json and says where it was called.
    pathOf: (typed) => resolve(process.env.INIT_CWD ?? process.cwd(), typed),
    open: async () => {
      if (!existsSync(join(directory, 'parley.db'))) throw noData(directory);
      return openOrBegin();
    },
    openOrBegin,
  };
}

const noData = (directory: string): ConsoleProblem =>
  new ConsoleProblem(
    `There is no Parley in ${directory}: start one with npm start, or set PARLEY_DATA_DIR to the folder of the one that you mean.`,
  );
