import * as v from 'valibot';
import { command } from './command.ts';

export const processList = command({
  name: 'process list',
  summary: 'Lists every process with its spaces and their ids',
  parameters: {},
  options: {},
  input: v.object({}),
  run: async (_given, { open, terminal }) => {
    const { registry } = await open();
    const processes = await registry.everyProcess();
    if (processes.length === 0) terminal.say('There is no process.');
    for (const process of processes) {
      const made = new Date(process.createdAt).toISOString().slice(0, 10);
      terminal.say(`${process.id}  ${process.title} (made ${made}${endOf(process)})`);
      for (const space of await registry.everySpaceOf(process.id)) {
        const { length } = await registry.membersOf(space.id);
        const members = `${length} ${length === 1 ? 'member' : 'members'}`;
        terminal.say(
          `  ${space.id}  ${space.kind.padEnd(7)}  ${space.title}, ${members}${endOf(space)}`,
        );
      }
    }
  },
});

const endOf = ({ endedAt }: { readonly endedAt: number | null }): string =>
  endedAt === null ? '' : ', ended';
