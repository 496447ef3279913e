import * as v from 'valibot';
import { Id, lines, someLines, Whole, Word } from './command-fields.ts';
import { oneLine } from './http/text.ts';

/* What is put on record of the choices that make a process, and of what they cost with whom. */

/**
 * The most that a decision may be on the wire, in bytes: its texts are long and its parties many, and a
 * message that is larger than the server takes would cut the line, again each time that it is sent.
 */
export const decisionMost = 28 * 1024;

/** What something does to the team's standing with a party; null: looked at, and not known. */
const cost = v.nullable(Whole(-2, 2));
const costWith = v.strictObject({ party: Id, cost, why: lines(500) });

/** Each party at most once. */
const costs = v.pipe(
  v.array(costWith),
  v.maxLength(40),
  v.check((all) => new Set(all.map(({ party }) => party)).size === all.length),
);

const RecordDecision = v.pipe(
  v.strictObject({
    kind: v.literal('record-decision'),
    type: Word,
    what: oneLine(300),
    principle: lines(2_000),
    alternatives: lines(2_000),
    consulted: lines(2_000),
    decidedBy: oneLine(300),
    date: v.pipe(v.string(), v.isoDate()),
    /** Whether the parties were told what it is for; left out: not recorded. */
    purpose: v.optional(v.strictObject({ stated: v.boolean(), how: lines(1_000) })),
    costOfNotActing: v.optional(lines(2_000)),
    /** What it is expected to cost with each party. */
    costs: v.optional(costs),
    /** Who is not there, and what meeting without them would cost with each. */
    absent: v.optional(costs),
    /** The records that it is about. */
    touches: v.optional(v.pipe(v.array(v.strictObject({ type: Word, id: Id })), v.maxLength(60))),
  }),
  v.forward(
    v.check((decision) => bytesOf(decision) <= decisionMost),
    ['costs'],
  ),
);

/** Says what a decision did cost with a party; a later word takes its place. */
const ObserveDecision = v.strictObject({
  kind: v.literal('observe-decision'),
  decision: Id,
  party: Id,
  cost,
  /** Asked for where the cost is known. */
  evidence: lines(4_000),
  on: v.pipe(v.string(), v.isoDate()),
});

/** Says that a decision was put on record by mistake: it stays, and counts no more. */
const WithdrawDecision = v.strictObject({
  kind: v.literal('withdraw-decision'),
  decision: Id,
  why: someLines(2_000),
});

export const decisionCommands = [RecordDecision, ObserveDecision, WithdrawDecision] as const;

export const decisionActs = {
  'record-decision': 'decide',
  'observe-decision': 'decide',
  'withdraw-decision': 'decide',
} as const;

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
