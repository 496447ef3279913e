import type { CommandAnswer, CommandOf } from '@parley/contracts';
import {
  interventionPlannedEntry,
  interventionStepEntry,
  isOnBoard,
  type EntryOf,
  type LedgerDraft,
} from '@parley/model/ledger';
import * as v from 'valibot';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { lastDay } from './last-day.ts';
import { accepted, appended, refused } from './outcome.ts';

type InterventionHandlers = Pick<
  CommandHandlers,
  | 'plan-intervention'
  | 'correct-intervention'
  | 'record-intervention-step'
  | 'strike-intervention-step'
>;

/** What is done for parties, who was offered it and who agreed. What was put on record stays. */
export const interventionCommands: InterventionHandlers = {
  'plan-intervention': (command, context) => plan(command, null, context),

  'correct-intervention': (command, context) => plan(command, command.intervention, context),

  'record-intervention-step': recordSteps,

  'strike-intervention-step': ({ step }, { ledger, entryId, stamp }) =>
    ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!entries.get('intervention-step', step)) return refused('gone');
      const before = entries.all('intervention-step-struck').find((one) => one.step === step);
      if (before) return accepted(before.id);
      return appended(
        entryId,
        entries.append('intervention-step-struck', entryId, { step }, stamp),
      );
    }),
};

async function plan(
  said: Omit<CommandOf<'plan-intervention'>, 'kind'>,
  corrects: string | null,
  context: CommandContext,
): Promise<CommandAnswer> {
  const { entryId, stamp } = context;
  const onBoard = await actorsOnBoard(said.parties, context);
  return context.ledger((entries) => {
    if (entries.has(entryId)) return accepted(entryId);
    const before = corrects === null ? [] : versionsOf(entries, corrects);
    if (corrects !== null && before.length === 0) return refused('gone');
    // Whom it was for stays, though they are not on the board any more.
    const known = new Set([...onBoard, ...before.flatMap(({ parties }) => parties)]);
    if (said.parties.some((party) => !known.has(party))) return refused('gone');
    const parsed = v.safeParse(interventionPlannedEntry.fields, {
      ...said,
      parties: [...new Set(said.parties)],
      corrects,
    });
    if (!parsed.success) return refused('invalid', namesOf(parsed.issues));
    return appended(entryId, entries.append('intervention-planned', entryId, parsed.output, stamp));
  });
}

async function recordSteps(
  { intervention, parties, step, on, note, evidence }: CommandOf<'record-intervention-step'>,
  context: CommandContext,
): Promise<CommandAnswer> {
  const { stamp, entryId } = context;
  const onBoard = await actorsOnBoard(parties, context);
  const each = [...new Set(parties)].map((party, index) => {
    const id = index === 0 ? entryId : context.partId(party);
    return { id, fields: { intervention, party, step, on, note, evidence } };
  });
  return context.ledger((entries) => {
    if (entries.has(entryId)) return accepted(entryId);
    const versions = versionsOf(entries, intervention);
    if (versions.length === 0) return refused('gone');
    const named = versions.flatMap((version) => version.parties);
    const said = entries.all('intervention-step').map(({ party }) => party);
    const known = new Set([...onBoard, ...named, ...said]);
    if (parties.some((party) => !known.has(party))) return refused('gone');
    if (on > lastDay(stamp.at)) return refused('invalid', ['on']);
    for (const { id, fields } of each) {
      const parsed = v.safeParse(interventionStepEntry.fields, fields);
      if (!parsed.success) return refused('invalid', namesOf(parsed.issues));
      entries.append('intervention-step', id, parsed.output, stamp);
    }
    return accepted(entryId);
  });
}

/** The first entry of an intervention and its corrections, in no order. */
function versionsOf(
  entries: LedgerDraft,
  first: string,
): readonly EntryOf<'intervention-planned'>[] {
  if (entries.get('intervention-planned', first)?.corrects !== null) return [];
  return entries
    .all('intervention-planned')
    .filter(({ id, corrects }) => id === first || corrects === first);
}

const actorsOnBoard = (ids: readonly string[], { board }: CommandContext) =>
  board((doc) => ids.filter((id) => isOnBoard(doc, { type: 'actor', id })));

const namesOf = (issues: Parameters<typeof v.getDotPath>[0][]): string[] => [
  ...new Set(issues.map((issue) => v.getDotPath(issue) ?? '')),
];
