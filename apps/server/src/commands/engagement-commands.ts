import type { CommandAnswer, CommandOf } from '@parley/contracts';
import {
  engagementEntry,
  isOnBoard,
  type EntryFields,
  type EntryOf,
  type LedgerDraft,
} from '@parley/model/ledger';
import * as v from 'valibot';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { lastDay } from './last-day.ts';
import { accepted, appended, refused } from './outcome.ts';

type EngagementHandlers = Pick<
  CommandHandlers,
  'log-engagement' | 'correct-engagement' | 'finish-next-step'
>;
type Said = Omit<CommandOf<'log-engagement'>, 'kind'>;
type Fields = EntryFields<'engagement'>;

/** When the team was in touch with whom. What was put on record stays; a correction stands beside it. */
export const engagementCommands: EngagementHandlers = {
  'log-engagement': (command, context) => record(command, null, context),

  'correct-engagement': (command, context) => record(command, command.engagement, context),

  'finish-next-step': ({ engagement, done }, { ledger, entryId, stamp }) =>
    ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      const versions = versionsOf(entries, engagement);
      if (!versions.some(({ next }) => next !== null)) return refused('gone');
      const fields = { engagement, done };
      return appended(entryId, entries.append('next-step-state', entryId, fields, stamp));
    }),
};

async function record(
  said: Said,
  corrects: string | null,
  context: CommandContext,
): Promise<CommandAnswer> {
  const { entryId, stamp } = context;
  const isThere = await context.board((board) =>
    isOnBoard(board, { type: 'actor', id: said.actor }),
  );
  const members = await membersOf(context);
  return context.ledger((entries) => {
    if (entries.has(entryId)) return accepted(entryId);
    const before = corrects === null ? [] : versionsOf(entries, corrects);
    if (corrects !== null && before.length === 0) return refused('gone');
    // What was said of an actor who is not on the board any more can still be put right.
    if (!isThere && !before.some(({ actor }) => actor === said.actor)) return refused('gone');
    // Who left the space since is still who was there.
    const known = context.keepsNames ? [...members, ...before.flatMap(named)] : [];
    const parsed = fieldsOf(said, corrects, known);
    if (!parsed.success) return refused('invalid', namesOf(parsed.issues));
    if (parsed.output.date > lastDay(stamp.at)) return refused('invalid', ['date']);
    return appended(entryId, entries.append('engagement', entryId, parsed.output, stamp));
  });
}

/** The first entry of an engagement and its corrections, in no order. */
function versionsOf(entries: LedgerDraft, first: string): readonly EntryOf<'engagement'>[] {
  if (entries.get('engagement', first)?.corrects !== null) return [];
  return entries.all('engagement').filter(({ id, corrects }) => id === first || corrects === first);
}

type Member = Fields['team'][number];

async function membersOf({ place, registry }: CommandContext): Promise<Member[]> {
  const members = await registry.membersOf(place.space.id);
  return members.map(({ personId, person }) => ({ person: personId, name: person.displayName }));
}

const named = ({ team, next }: Pick<Fields, 'team' | 'next'>): Member[] =>
  next?.whose ? [...team, next.whose] : [...team];

/** @param members whom the entry may name; whoever is none of them is left out */
function fieldsOf({ next, ...said }: Said, corrects: string | null, members: readonly Member[]) {
  const member = (id: string | null) => members.find(({ person }) => person === id);
  return v.safeParse(engagementEntry.fields, {
    ...said,
    team: [...new Set(said.team)].flatMap((id) => member(id) ?? []),
    next: next === null ? null : { ...next, whose: member(next.whose) ?? null },
    corrects,
  });
}

const namesOf = (issues: Parameters<typeof v.getDotPath>[0][]): string[] => [
  ...new Set(issues.map((issue) => v.getDotPath(issue) ?? '')),
];
