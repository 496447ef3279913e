import * as v from 'valibot';
import { agendaSettingActs, agendaSettingCommands } from './agenda-setting-commands.ts';
import { Id, lines, someLines, Whole, Word } from './command-fields.ts';
import { interventionActs, interventionCommands } from './intervention-commands.ts';
import { decisionActs, decisionCommands } from './decision-commands.ts';
import { oneLine } from './http/text.ts';
import type { Act } from './rights.ts';

/*
 * What a page asks the server to write into a space's ledger, over socket.io's `command`. Shapes and
 * bounds stand here; which stages, types of decision and records there are is the model's, and the
 * server checks every entry against it.
 */

/** Says something about a record, or answers in a thread about it. */
const Comment = v.strictObject({
  kind: v.literal('comment'),
  about: v.strictObject({ type: Word, id: Id }),
  text: someLines(4_000),
  /** The first entry of the thread that this answers; null to begin one. */
  thread: v.nullable(Id),
  /** Ids of members; whoever is none is left out. */
  mentions: v.pipe(v.array(Id), v.maxLength(50)),
});

const ResolveThread = v.strictObject({ kind: v.literal('resolve-thread'), thread: Id });
const ReopenThread = v.strictObject({ kind: v.literal('reopen-thread'), thread: Id });

const OpenVote = v.strictObject({
  kind: v.literal('open-vote'),
  question: oneLine(300),
  options: v.pipe(v.array(oneLine(160)), v.minLength(2), v.maxLength(12)),
  /** Dots for each person. */
  dots: Whole(1, 10),
  secret: v.boolean(),
});

const CastBallot = v.strictObject({
  kind: v.literal('cast-ballot'),
  vote: Id,
  /** Dots on each option in their order; none at all takes one's vote back. */
  dots: v.pipe(v.array(Whole(0, 10)), v.minLength(2), v.maxLength(12)),
});

const CloseVote = v.strictObject({ kind: v.literal('close-vote'), vote: Id });

const ChangeStage = v.strictObject({
  kind: v.literal('change-stage'),
  /** Everybody whom the change is about; each gets an entry of their own. */
  participants: v.pipe(v.array(Id), v.minLength(1), v.maxLength(200)),
  to: Word,
  /** Since when it is so; left out: today. */
  on: v.optional(v.pipe(v.string(), v.isoDate())),
  /** Asked for when somebody declined or withdrew. */
  reason: lines(2_000),
  /** Asked for when somebody is left out; null otherwise. */
  exclusion: v.nullable(v.strictObject({ takes: someLines(2_000), offers: someLines(2_000) })),
  /** What stood in the way of who declined or withdrew; left out: nothing is recorded. */
  barriers: v.optional(v.pipe(v.array(Word), v.maxLength(30))),
  /** Who comes in the place of one person who declined, withdrew or is left out; left out: nobody is named. */
  replacedBy: v.optional(Id),
});

/** Says how one reads an actor by one kind; a later reading of one's own takes its place. */
const Assess = v.strictObject({
  kind: v.literal('assess'),
  subject: Id,
  /** What is assessed. */
  of: Word,
  /** null: looked at, and not known. */
  level: v.nullable(Whole(-3, 4)),
  confidence: Word,
  basis: Word,
  rationale: lines(4_000),
  /** Another way to read the same signs: asked for where the basis is inferred. */
  alternative: lines(4_000),
  /** The day for which it holds. */
  asOf: v.pipe(v.string(), v.isoDate()),
});

/** What is put on record of having been in touch with an actor. */
const engagement = {
  actor: Id,
  date: v.pipe(v.string(), v.isoDate()),
  /** Ids of the members who were there; whoever is none is left out. */
  team: v.pipe(v.array(Id), v.maxLength(30)),
  channel: Word,
  said: someLines(8_000),
  next: v.nullable(
    v.strictObject({
      text: oneLine(300),
      due: v.nullable(v.pipe(v.string(), v.isoDate())),
      /** The id of the member who takes it. */
      whose: v.nullable(Id),
    }),
  ),
  handling: Word,
};

const LogEngagement = v.strictObject({ kind: v.literal('log-engagement'), ...engagement });

/** Puts another version in the place of an earlier one, which stays on record. */
const CorrectEngagement = v.strictObject({
  kind: v.literal('correct-engagement'),
  /** The first entry of the engagement. */
  engagement: Id,
  ...engagement,
});

const FinishNextStep = v.strictObject({
  kind: v.literal('finish-next-step'),
  /** The first entry of the engagement. */
  engagement: Id,
  /** false: it is to be done after all. */
  done: v.boolean(),
});

/** Answers "who matters here?" with a card for the map. */
const ProposeActor = v.strictObject({
  kind: v.literal('propose-actor'),
  name: oneLine(160),
  /** Why they matter. */
  why: lines(1_000),
});

/** Says what became of a card; a later word takes its place. */
const SettleProposal = v.strictObject({
  kind: v.literal('settle-proposal'),
  proposal: Id,
  outcome: Word,
  /** The actor that it became or was found to be; null where it is none. */
  actor: v.nullable(Id),
});

/** Says what power one actor has to bring another to the table; a later statement of one's own takes its place. */
const StateConvening = v.strictObject({
  kind: v.literal('state-convening'),
  convener: Id,
  party: Id,
  /** Where the power comes from. */
  source: Word,
  /** null: looked at, and not known; so with access and influence. */
  relationshipValued: v.nullable(Whole(0, 4)),
  access: v.nullable(Whole(0, 4)),
  influence: v.nullable(Whole(0, 4)),
  rationale: lines(4_000),
  /** The day for which it holds. */
  asOf: v.pipe(v.string(), v.isoDate()),
});

/** Asks people to rate actors, each for themselves; nobody sees a rating before it is revealed. */
const OpenRound = v.strictObject({
  kind: v.literal('open-round'),
  /** What it is called; may be empty. */
  title: v.union([v.literal(''), oneLine(160)]),
  subjects: v.pipe(v.array(Id), v.minLength(1), v.maxLength(100)),
  /** What is assessed. */
  kinds: v.pipe(v.array(Word), v.minLength(1), v.maxLength(20)),
  /** Whose access and influence is rated, where these are among what is. */
  convener: v.optional(v.nullable(Id)),
  /** Who is asked; null: everybody who may assess. */
  assessors: v.nullable(v.pipe(v.array(Id), v.minLength(1), v.maxLength(200))),
  /** When the giving ends, in ms since 1970 (UTC); null: at the reveal. */
  closesAt: v.nullable(Whole(0, 9_007_199_254_740_991)),
  /** The day for which all ratings hold. */
  asOf: v.pipe(v.string(), v.isoDate()),
  /** The round that this one repeats. */
  follows: v.nullable(Id),
});

/** Says in a blind round how one reads an actor by one kind; until the reveal a later one replaces it. */
const Rate = v.strictObject({
  kind: v.literal('rate'),
  round: Id,
  subject: Id,
  of: Word,
  /** null: looked at, and not known. */
  level: v.nullable(Whole(-3, 4)),
  confidence: Word,
  basis: Word,
  rationale: lines(4_000),
  alternative: lines(4_000),
});

/** Says that one is done with a round, or is not after all. */
const FinishRating = v.strictObject({
  kind: v.literal('finish-rating'),
  round: Id,
  finished: v.boolean(),
});

const RevealRound = v.strictObject({ kind: v.literal('reveal-round'), round: Id });
const CancelRound = v.strictObject({ kind: v.literal('cancel-round'), round: Id });

/** People whom one command is about; each gets an entry of their own. */
const people = v.pipe(v.array(Id), v.minLength(1), v.maxLength(200));

/** Says who came to a session, and who did not. */
const RecordAttendance = v.strictObject({
  kind: v.literal('record-attendance'),
  /** The agenda block. */
  block: Id,
  participants: people,
  /** null: what was said before is taken back. */
  came: v.nullable(v.boolean()),
});

/** Says how long somebody spoke in a session. */
const RecordSpeakingTime = v.strictObject({
  kind: v.literal('record-speaking-time'),
  /** The agenda block. */
  block: Id,
  participant: Id,
  /** null: what was said before is taken back. */
  seconds: v.nullable(Whole(0, 24 * 60 * 60)),
  source: Word,
});

/** Says that invitations went out. */
const RecordInvitation = v.strictObject({
  kind: v.literal('record-invitation'),
  participants: people,
  on: v.pipe(v.string(), v.isoDate()),
  channel: Word,
  language: v.union([v.literal(''), oneLine(40)]),
});

/** Says what people answered to their invitations; a later reply takes its place. */
const RecordReply = v.strictObject({
  kind: v.literal('record-reply'),
  participants: people,
  reply: Word,
  on: v.pipe(v.string(), v.isoDate()),
  said: lines(2_000),
});

/** Says what people are screened by: what stands here, and no draft of it, is what counts. */
const LockCriteria = v.strictObject({
  kind: v.literal('lock-criteria'),
  criteria: v.pipe(
    v.array(
      v.strictObject({
        id: Id,
        label: oneLine(160),
        description: lines(2_000),
        scale: v.optional(v.union([v.literal(''), oneLine(300)])),
      }),
    ),
    v.minLength(1),
    v.maxLength(12),
  ),
});

/** Opens the criteria for changes, and says why; what was scored stays as it is. */
const UnlockCriteria = v.strictObject({
  kind: v.literal('unlock-criteria'),
  /** The entry that locked them. */
  lock: Id,
  reason: someLines(2_000),
});

/** Asks two members to score people by the criteria that are locked, each for themselves. */
const OpenScreening = v.strictObject({
  kind: v.literal('open-screening'),
  title: v.union([v.literal(''), oneLine(160)]),
  participants: v.pipe(v.array(Id), v.minLength(1), v.maxLength(300)),
  screeners: v.pipe(v.array(Id), v.length(2)),
});

/** Scores somebody by one criterion; until the reveal a later score of one's own replaces it. */
const Score = v.strictObject({
  kind: v.literal('score'),
  screening: Id,
  participant: Id,
  criterion: Id,
  /** null: looked at, and not known. */
  score: v.nullable(Whole(0, 4)),
  note: lines(2_000),
});

/** Says that one is done with a screening, or is not after all. */
const FinishScoring = v.strictObject({
  kind: v.literal('finish-scoring'),
  screening: Id,
  finished: v.boolean(),
});

const RevealScreening = v.strictObject({ kind: v.literal('reveal-screening'), screening: Id });

/** Writes down what the screeners said about somebody once their scores were revealed. */
const NoteScreening = v.strictObject({
  kind: v.literal('note-screening'),
  screening: Id,
  participant: Id,
  text: someLines(2_000),
});

const CancelScreening = v.strictObject({ kind: v.literal('cancel-screening'), screening: Id });

const Check = v.pipe(v.string(), v.regex(/^[a-z-]{1,40} [a-z0-9]{1,16}$/));

/** Leaves what a check of the agenda says as it is, and says why. */
const AcceptCheck = v.strictObject({
  kind: v.literal('accept-check'),
  check: Check,
  reason: someLines(1_000),
});

/** Asks to look at an accepted check again. */
const ReopenCheck = v.strictObject({ kind: v.literal('reopen-check'), check: Check });

export const Command = v.variant('kind', [
  Comment,
  ResolveThread,
  ReopenThread,
  OpenVote,
  CastBallot,
  CloseVote,
  ChangeStage,
  Assess,
  LogEngagement,
  CorrectEngagement,
  FinishNextStep,
  ProposeActor,
  SettleProposal,
  StateConvening,
  OpenRound,
  Rate,
  FinishRating,
  RevealRound,
  CancelRound,
  RecordAttendance,
  RecordSpeakingTime,
  RecordInvitation,
  RecordReply,
  LockCriteria,
  UnlockCriteria,
  OpenScreening,
  Score,
  FinishScoring,
  RevealScreening,
  CancelScreening,
  NoteScreening,
  ...agendaSettingCommands,
  AcceptCheck,
  ReopenCheck,
  ...interventionCommands,
  ...decisionCommands,
]);
export type Command = v.InferOutput<typeof Command>;
export type CommandKind = Command['kind'];
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;

/** What each command asks of the table of rights. A kind without a row does not compile. */
export const commandActs: Readonly<Record<CommandKind, Act>> = {
  comment: 'comment',
  'resolve-thread': 'comment',
  'reopen-thread': 'comment',
  'open-vote': 'hold-vote',
  'cast-ballot': 'vote',
  'close-vote': 'hold-vote',
  'change-stage': 'change-stage',
  assess: 'assess',
  'log-engagement': 'log-engagement',
  'correct-engagement': 'log-engagement',
  'finish-next-step': 'log-engagement',
  'propose-actor': 'propose',
  'settle-proposal': 'edit',
  'state-convening': 'assess',
  'open-round': 'hold-round',
  rate: 'assess',
  'finish-rating': 'assess',
  'reveal-round': 'hold-round',
  'cancel-round': 'hold-round',
  'record-attendance': 'change-stage',
  'record-speaking-time': 'change-stage',
  'record-invitation': 'change-stage',
  'record-reply': 'change-stage',
  'lock-criteria': 'hold-round',
  'unlock-criteria': 'hold-round',
  'open-screening': 'hold-round',
  score: 'assess',
  'finish-scoring': 'assess',
  'reveal-screening': 'hold-round',
  'cancel-screening': 'hold-round',
  'note-screening': 'assess',
  ...agendaSettingActs,
  'accept-check': 'edit',
  'reopen-check': 'edit',
  ...interventionActs,
  ...decisionActs,
};

export const CommandRequest = v.strictObject({
  /**
   * Made by the page, at random, once for each command: sent again with the same id, a command is
   * done once and answered as before.
   */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21,64}$/)),
  spaceId: v.pipe(v.string(), v.maxLength(64)),
  command: Command,
});
export type CommandRequest = v.InferOutput<typeof CommandRequest>;
