import { commandLine } from '@parley/contracts';
import * as v from 'valibot';
import { command } from './command.ts';
import { ConsoleProblem } from './console-problem.ts';
import { documentIdsOf } from './documents.ts';
import { findProcess } from './find.ts';

export const processDelete = command({
  name: 'process delete',
  summary: 'Deletes a process for good: spaces, boards, ledgers, members, invitations',
  details:
    'Guests who are in no other process go too; accounts stay, and so does the audit trail, which holds\n' +
    'ids alone. Pages that have it open are closed within a second. Backups and exports that were made\n' +
    'before still hold it.',
  parameters: { process: { meaning: 'its id, the beginning of its id, or its title' } },
  options: { yes: { meaning: 'do not ask for the title to be typed' } },
  input: v.object({ process: v.string(), yes: v.optional(v.boolean(), false) }),
  run: async ({ process: typed, yes }, { open, terminal }) => {
    const { registry, audit } = await open();
    const { id, title } = await findProcess(registry, typed);
    const spaces = await registry.everySpaceOf(id);
    if (!yes) {
      const answer = await terminal.ask(
        `This deletes “${title}” with ${counted(spaces.length)} for good. Type its title to go on: `,
      );
      if (answer?.trim() !== title) {
        throw new ConsoleProblem('That was not the title: nothing was deleted.');
      }
    }
    // Written first: nothing is deleted without a trace, wherever this is cut off.
    await audit.record({ chain: 'server', by: commandLine, act: 'process-deleted', subject: id });
    await registry.deleteProcess(
      id,
      Object.fromEntries(spaces.map((space) => [space.id, documentIdsOf(space.id)])),
    );
    terminal.say(`“${title}” is deleted.`);
  },
});

const counted = (spaces: number): string => (spaces === 1 ? 'its space' : `its ${spaces} spaces`);
