import { decisionEntry, isOnBoard } from '@parley/model/ledger';
import * as v from 'valibot';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { lastDay } from './last-day.ts';
import { accepted, appended, refused } from './outcome.ts';

type DecisionHandlers = Pick<
  CommandHandlers,
  'record-decision' | 'observe-decision' | 'withdraw-decision'
>;

/** What was decided about the process, and what it did cost with whom. */
export const decisionCommands: DecisionHandlers = {
  async 'record-decision'(command, context) {
    const { entryId, stamp } = context;
    const parsed = v.safeParse(decisionEntry.fields, command);
    if (!parsed.success) return refused('invalid', fieldsAtFault(parsed.issues));
    const decision = parsed.output;
    // What it touches may be gone, perhaps by this very decision; parties are whom the map has.
    const parties = [...(decision.costs ?? []), ...(decision.absent ?? [])];
    const areThere = await areActors(
      parties.map(({ party }) => party),
      context,
    );
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!areThere) return refused('gone');
      return appended(entryId, entries.append('decision', entryId, decision, stamp));
    });
  },

  async 'observe-decision'({ decision, party, cost, evidence, on }, context) {
    const { entryId, stamp } = context;
    if (cost !== null && evidence === '') return refused('invalid', ['evidence']);
    if (on > lastDay(stamp.at)) return refused('invalid', ['on']);
    const isThere = await areActors([party], context);
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!isThere || !entries.get('decision', decision)) return refused('gone');
      const fields = { decision, party, cost, evidence, on };
      return appended(entryId, entries.append('decision-observed', entryId, fields, stamp));
    });
  },

  'withdraw-decision': ({ decision, why }, { ledger, entryId, stamp }) =>
    ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!entries.get('decision', decision)) return refused('gone');
      const fields = { decision, why };
      return appended(entryId, entries.append('decision-withdrawn', entryId, fields, stamp));
    }),
};

const areActors = (ids: readonly string[], { board }: CommandContext): Promise<boolean> =>
  board((doc) => ids.every((id) => isOnBoard(doc, { type: 'actor', id })));

const fieldsAtFault = (issues: Parameters<typeof v.getDotPath>[0][]): string[] => [
  ...new Set(issues.map((issue) => v.getDotPath(issue) ?? '')),
];
