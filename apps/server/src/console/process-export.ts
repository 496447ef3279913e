import { writeFile } from 'node:fs/promises';
import { boardDocumentId, commandLine, ledgerDocumentId } from '@parley/contracts';
import {
  processFileVersion,
  writeProcessFile,
  type ProcessFile,
} from '@parley/exchange/process-file';
import type { ProcessRow, SpaceRow } from '@parley/storage';
import * as v from 'valibot';
import { command } from './command.ts';
import { ConsoleProblem } from './console-problem.ts';
import type { Data } from './desk.ts';
import { contentOf, readDocument } from './stored-document.ts';
import { findProcess } from './find.ts';

export const processExport = command({
  name: 'process export',
  summary: 'Writes a process into one JSON file that needs no Parley to be read',
  details:
    'Spaces, members, boards and ledgers; no password, session or invitation, and no ballot of a vote\n' +
    'that is still open. docs/process-file.md says what stands where. The file holds names: keep it as\n' +
    'carefully as the data folder.',
  parameters: { process: { meaning: 'its id, the beginning of its id, or its title' } },
  options: { to: { value: 'file', required: true, meaning: 'a file that is not there yet' } },
  input: v.object({ process: v.string(), to: v.string() }),
  run: async ({ process: typed, to }, { open, pathOf, terminal, clock }) => {
    const data = await open();
    const process = await findProcess(data.registry, typed);
    const file = pathOf(to);
    const text = writeProcessFile(await processFile(data, process, clock()));
    // Written first: nothing leaves without a trace.
    const chain = { process: process.id };
    await data.audit.record({ chain, by: commandLine, act: 'exported' });
    await writeNew(file, text);
    terminal.say(`“${process.title}” was written to ${file}.`);
  },
});

async function processFile(
  data: Data,
  process: ProcessRow,
  exportedAt: number,
): Promise<ProcessFile> {
  const spaces = await data.registry.everySpaceOf(process.id);
  return {
    format: 'parley-process',
    version: processFileVersion,
    exportedAt,
    process: { ...process },
    spaces: await Promise.all(spaces.map((space) => spaceOf(data, space))),
  };
}

async function spaceOf({ registry, storage }: Data, space: SpaceRow) {
  const members = await registry.membersOf(space.id);
  const contentIn = async (documentId: string) =>
    contentOf(readDocument(await storage.documents.load(documentId)));
  return {
    ...space,
    members: members.map(({ person, role, capability, addedAt }) => ({
      personId: person.id,
      name: person.displayName,
      kind: person.kind,
      role,
      capability,
      addedAt,
    })),
    board: await contentIn(boardDocumentId(space.id)),
    ledger: await contentIn(ledgerDocumentId(space.id)),
  };
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (cause) {
    const isThere = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    throw new ConsoleProblem(
      isThere
        ? `${file} is there already, and nothing was written: choose another name.`
        : `${file} cannot be written: choose a folder that is there and that you may write in.`,
      { cause },
    );
  }
}
