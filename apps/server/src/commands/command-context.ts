import type { Act, CommandAnswer, CommandKind, CommandOf } from '@parley/contracts';
import type { LedgerDraft, Stamp } from '@parley/model/ledger';
import type { Registry, SpaceOfPerson } from '@parley/storage';
import type * as Y from 'yjs';
import type { Session } from '../access/index.ts';
import type { Live } from '../live/live.ts';
import type { BlindRounds } from '../rounds/blind-rounds.ts';
import type { EntryIds } from './entry-ids.ts';

/** One command of somebody who may give it, and what carrying it out takes. */
export interface CommandContext {
  readonly session: Session;
  readonly place: SpaceOfPerson;
  /** Who and when, as the ledger shall say it. */
  readonly stamp: Stamp;
  /** Whether this person may do something else in the space too. */
  readonly may: (act: Act) => boolean;
  /** Whether the space keeps who said what; false under non-attribution. */
  readonly keepsNames: boolean;
  readonly ids: EntryIds;
  /** The id of the entry that this command makes. */
  readonly entryId: string;
  /** The same for one of several entries. */
  readonly partId: (part: string) => string;
  readonly registry: Registry;
  /** What is given in blind rounds until they are over. */
  readonly rounds: BlindRounds;
  readonly live: Pick<Live, 'toSpace' | 'toPerson'>;
  /**
   * Decides and writes in one transaction of the ledger, so that nothing comes between. Resolves when
   * what was written is durable; what was there before is durable by then too.
   */
  readonly ledger: <T>(decide: (ledger: LedgerDraft) => T) => Promise<T>;
  /** The same on the board. */
  readonly board: <T>(decide: (board: Y.Doc) => T) => Promise<T>;
}

export type CommandHandlers = {
  readonly [K in CommandKind]: (
    command: CommandOf<K>,
    context: CommandContext,
  ) => Promise<CommandAnswer>;
};
