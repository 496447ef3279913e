import { stageAsks, stages, type Stage } from '@parley/model';
import {
  latestStages,
  mirrorStage,
  stageChangeEntry,
  stageOnBoard,
  type EntryFields,
  type LedgerDraft,
} from '@parley/model/ledger';
import * as v from 'valibot';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { accepted, refused } from './outcome.ts';

/** Ms. */
const day = 24 * 60 * 60 * 1000;

/** The stages on the board; null: nobody of that id is on it. */
type Shown = ReadonlyMap<string, Stage | null>;

const Barriers = stageChangeEntry.fields.entries.barriers;

/**
 * How far participants are. The ledger is written first and is the record; the board's field is its
 * mirror. A stop between the two is healed by the repeated command: it finds its entries, and mirrors
 * what the ledger then holds last.
 */
export const stageCommands: Pick<CommandHandlers, 'change-stage'> = {
  async 'change-stage'(command, context) {
    const to = stages.find((stage) => stage === command.to);
    if (to === undefined) return refused('invalid', ['to']);
    const asks = stageAsks(to);
    if (asks === 'reason' && command.reason === '') return refused('invalid', ['reason']);
    if (asks === 'exclusion' && command.exclusion === null) {
      return refused('invalid', ['exclusion']);
    }
    const on = command.on;
    // Nobody is somewhere since a day that is tomorrow wherever on earth they say so.
    if (on !== undefined && Date.parse(on) > context.stamp.at + day)
      return refused('invalid', ['on']);
    const exclusion = asks === 'exclusion' ? command.exclusion : null;
    const barriers = v.safeParse(Barriers, asks === 'reason' ? command.barriers : undefined);
    if (!barriers.success) return refused('invalid', ['barriers']);
    const participants = [...new Set(command.participants)];
    const [first = ''] = participants;
    const replacedBy = asks === 'nothing' ? undefined : command.replacedBy;
    const named = replacedBy === undefined ? participants : [...participants, replacedBy];
    const shown = await context.board(
      (board): Shown => new Map(named.map((id) => [id, stageOnBoard(board, id)] as const)),
    );
    const { refusal, latest } = await context.ledger((entries) => {
      const said = {
        ...{ to, reason: command.reason, exclusion },
        ...(barriers.output !== undefined && { barriers: barriers.output }),
        ...(replacedBy !== undefined && { replacedBy }),
        ...(on !== undefined && { on }),
      };
      const refusal = entries.has(context.partId(first))
        ? null
        : record(entries, participants, shown, said, context);
      const changes = refusal === null ? entries.all('stage-change') : [];
      return { refusal, latest: latestStages(changes, named) };
    });
    if (refusal !== null) return refusal;
    await context.board((board) => {
      for (const { participant, stage } of latest) mirrorStage(board, participant, stage);
    });
    return accepted(context.partId(first));
  },
};

/** Appends an entry for everybody, or for nobody: then it says why. */
function record(
  entries: LedgerDraft,
  participants: readonly string[],
  shown: Shown,
  said: Omit<EntryFields<'stage-change'>, 'participant' | 'from'>,
  { partId, stamp }: CommandContext,
) {
  const append = (participant: string, fields: typeof said) => {
    const from = shown.get(participant) ?? fields.to;
    return entries.append(
      'stage-change',
      partId(participant),
      { participant, from, ...fields },
      stamp,
    );
  };
  if (participants.some((id) => shown.get(id) === null)) return refused('gone');
  const { replacedBy, on } = said;
  const [first = '', ...others] = participants;
  if (replacedBy !== undefined) {
    // One person comes in the place of one, and not of themselves.
    const isOther = others.length === 0 && replacedBy !== first;
    if (!isOther || shown.get(replacedBy) === null) return refused('invalid', ['replacedBy']);
  }
  for (const participant of participants) {
    // What one of them does not take, none does: they differ in whom they are about alone.
    const invalid = append(participant, said);
    if (invalid.length > 0) return refused('invalid', invalid);
  }
  const place = shown.get(first) ?? said.to;
  const hasPlace = stageAsks(place) === 'nothing';
  if (replacedBy !== undefined && hasPlace && shown.get(replacedBy) !== place) {
    append(replacedBy, { to: place, reason: '', exclusion: null, ...(on !== undefined && { on }) });
  }
  return null;
}
