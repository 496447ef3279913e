import { readFile } from 'node:fs/promises';
import { AuditHead } from '@parley/contracts';
import * as v from 'valibot';
import { verifyAudit, type ChainReport } from '../audit/verify.ts';
import { command } from './command.ts';
import { ConsoleProblem } from './console-problem.ts';

export const auditVerify = command({
  name: 'audit verify',
  summary: 'Recomputes the audit trail and names the first entry that is not as it was written',
  details:
    'Ends with 1 when there is one. That the end of a chain was cut off, or all of it written anew, only\n' +
    'shows beside a head that a lead exported before and kept elsewhere.',
  parameters: {},
  options: { head: { value: 'file', meaning: 'an exported head to compare with' } },
  input: v.object({ head: v.optional(v.string()) }),
  run: async ({ head }, { open, pathOf, terminal }) => {
    const heads = head === undefined ? [] : [await readHead(pathOf(head))];
    const { registry } = await open();
    const reports = await verifyAudit(registry, heads);
    const broken = reports.filter((report) => report.broken !== null);
    if (broken.length > 0) {
      throw new ConsoleProblem(`The audit trail does not hold. ${broken.map(said).join(' ')}`);
    }
    const entries = reports.reduce((sum, report) => sum + report.entries, 0);
    terminal.say(
      `The audit trail holds: ${entries} ${entries === 1 ? 'entry' : 'entries'} in ${reports.length} ${reports.length === 1 ? 'chain' : 'chains'}.`,
    );
  },
});

const faults = {
  missing: 'is missing',
  changed: 'was changed',
  cut: 'and all after it were cut off',
  other: 'is not the one of the exported head',
} as const satisfies Record<NonNullable<ChainReport['broken']>['fault'], string>;

const said = ({ chain, entries, broken }: ChainReport): string =>
  `In ${chain} (${entries} entries), number ${broken?.number} ${broken ? faults[broken.fault] : ''}.`;

async function readHead(file: string): Promise<AuditHead> {
  try {
    return v.parse(AuditHead, JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new ConsoleProblem(`${file} is not an exported head of an audit trail.`, { cause });
  }
}
