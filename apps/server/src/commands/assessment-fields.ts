import { asksForAlternative, type EntryFields } from '@parley/model/ledger';
import * as v from 'valibot';

/** Whether another way to read the same signs is asked for and not given. */
export const lacksAlternative = ({
  basis,
  reading,
  alternative,
}: Pick<EntryFields<'assessment'>, 'basis' | 'reading' | 'alternative'>): boolean =>
  asksForAlternative({ basis, level: reading.level }) && alternative.trim() === '';

/** Names of a command's own fields: what is read and its level stand beside each other there. */
export const fieldsOf = (issues: Parameters<typeof v.getDotPath>[0][]): string[] => [
  ...new Set(issues.map((issue) => (v.getDotPath(issue) ?? '').replace(/^reading\./, ''))),
];
