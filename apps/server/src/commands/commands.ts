import {
  boardDocumentId,
  commandActs,
  CommandRequest,
  ledgerDocumentId,
  may,
  type Command,
  type CommandAnswer,
} from '@parley/contracts';
import { LedgerDraft } from '@parley/model/ledger';
import type { Registry, SpaceRow } from '@parley/storage';
import * as v from 'valibot';
import type * as Y from 'yjs';
import { admitToSpace, allowTries, type Admitted, type Session } from '../access/index.ts';
import type { Live } from '../live/live.ts';
import { fault, type Log } from '../log.ts';
import type { BlindRounds } from '../rounds/blind-rounds.ts';
import { agendaSettingCommands } from './agenda-setting-commands.ts';
import { assessmentCommands } from './assessment-commands.ts';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { attendanceCommands } from './attendance-commands.ts';
import { checkCommands } from './check-commands.ts';
import { commentCommands } from './comment-commands.ts';
import { conveningCommands } from './convening-commands.ts';
import { decisionCommands } from './decision-commands.ts';
import { engagementCommands } from './engagement-commands.ts';
import type { EntryIds } from './entry-ids.ts';
import { fundamentalCommands } from './fundamental-commands.ts';
import { interventionCommands } from './intervention-commands.ts';
import { refused } from './outcome.ts';
import { proposalCommands } from './proposal-commands.ts';
import { roundCommands } from './round-commands.ts';
import { screeningCommands } from './screening-commands.ts';
import { stageCommands } from './stage-commands.ts';
import { TurnsByKey } from './turns.ts';
import { voteCommands } from './vote-commands.ts';

/**
 * The door of commands: answers what a page sent as `command`, whatever it is. Never rejects, and
 * answers `accepted` only when the entry is durable.
 */
export type Commands = (session: Session, wish: unknown) => Promise<CommandAnswer>;

export interface CommandParts {
  readonly registry: Registry;
  readonly transact: (documentId: string, change: (doc: Y.Doc) => void) => Promise<void>;
  readonly live: Pick<Live, 'toSpace' | 'toPerson'>;
  readonly entryIds: EntryIds;
  readonly rounds: BlindRounds;
  /** Milliseconds since 1970 (UTC). */
  readonly clock: () => number;
  readonly log: Log;
}

/** What one person may send: bursts of a queue that comes back from offline included. */
const allowance = { commands: 240, seconds: 60 };

const handlers: CommandHandlers = {
  ...commentCommands,
  ...checkCommands,
  ...voteCommands,
  ...decisionCommands,
  ...stageCommands,
  ...assessmentCommands,
  ...engagementCommands,
  ...proposalCommands,
  ...conveningCommands,
  ...roundCommands,
  ...attendanceCommands,
  ...screeningCommands,
  ...agendaSettingCommands,
  ...interventionCommands,
  ...fundamentalCommands,
};

export function openCommands(parts: CommandParts): Commands {
  const { registry, transact, live, clock, log, rounds, entryIds: ids } = parts;
  const tries = allowTries(allowance.commands, allowance.seconds);
  const turns = new TurnsByKey();

  return async (session, wish) => {
    if (session.endsAt <= clock()) return refused('not-allowed');
    if (!(await tries.take(session.person.id))) return refused('too-many');
    const request = v.safeParse(CommandRequest, wish);
    if (!request.success) return refused('invalid', invalidFields(request.issues));
    try {
      return await answer(session, request.output);
    } catch (error) {
      log.error({ fault: fault(error) }, 'A command could not be carried out.');
      return refused('not-stored');
    }
  };

  async function answer(
    session: Session,
    { id, spaceId, command }: CommandRequest,
  ): Promise<CommandAnswer> {
    const admitted = await admitToSpace(registry, session, spaceId);
    if (admitted === null) return refused('not-allowed');
    if (!may(commandActs[command.kind], admitted.role, admitted.capability)) {
      return refused('not-allowed');
    }
    const context = contextOf(session, admitted, id);
    const begun = begunIn(command);
    if (begun === null) return carryOut(command, context);
    // What is answered before a vote, a round or a screening is over counts; what comes later does not.
    return turns.take(begun, () => carryOut(command, context));
  }

  function contextOf(
    session: Session,
    { place, role, capability }: Admitted,
    commandId: string,
  ): CommandContext {
    const { person } = session;
    const { space } = place;
    const keepsNames = keepsNamesIn(space);
    const partId = (part?: string) => ids.ofCommand(space.id, person.id, commandId, part);
    return {
      ...{ session, place, keepsNames, ids, registry, rounds, live, partId },
      stamp: { at: clock(), by: keepsNames ? { person: person.id, name: person.name } : null },
      entryId: partId(),
      may: (act) => may(act, role, capability),
      ledger: (decide) =>
        decideIn(ledgerDocumentId(space.id), (doc) => decide(new LedgerDraft(doc))),
      board: (decide) => decideIn(boardDocumentId(space.id), decide),
    };
  }

  /** Writing may be tried more than once; what the last try decided is what was stored. */
  async function decideIn<T>(documentId: string, decide: (doc: Y.Doc) => T): Promise<T> {
    let decided: { readonly value: T } | undefined;
    await transact(documentId, (doc) => {
      decided = { value: decide(doc) };
    });
    if (decided === undefined) throw new Error('A transaction was done without having been run.');
    return decided.value;
  }
}

/** The table of handlers has one of this kind for this command; TypeScript does not follow the pair. */
function carryOut(command: Command, context: CommandContext): Promise<CommandAnswer> {
  const handler = handlers[command.kind] as (
    command: Command,
    context: CommandContext,
  ) => Promise<CommandAnswer>;
  return handler(command, context);
}

/** What a command takes part in that has an end. */
function begunIn(command: Command): string | null {
  if ('vote' in command) return command.vote;
  if ('round' in command) return command.round;
  return 'screening' in command ? command.screening : null;
}

/** Names fields of the command itself without its prefix, as the form has them. */
const invalidFields = (issues: Parameters<typeof v.getDotPath>[0][]): string[] => [
  ...new Set(issues.map((issue) => (v.getDotPath(issue) ?? '').replace(/^command\./, ''))),
];

/** Under non-attribution nothing says who said what (Chatham House). */
const keepsNamesIn = (space: SpaceRow): boolean => space.attribution === 'named';
