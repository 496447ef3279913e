import * as v from 'valibot';
import { Id, lines, Word } from './command-fields.ts';
import { oneLine } from './http/text.ts';

/* What is put on record while an agenda is set with the parties. */

/** Somebody wants something on the agenda. */
const ProposeItem = v.strictObject({
  kind: v.literal('propose-item'),
  item: oneLine(200),
  why: lines(2_000),
  /** The party's actor; null: the team. */
  proposedBy: v.nullable(Id),
});

/** Says what a party answers to an item; a later answer takes its place. */
const AnswerItem = v.strictObject({
  kind: v.literal('answer-item'),
  item: Id,
  party: Id,
  answer: Word,
  said: lines(2_000),
});

/** Says what became of an item; a later word takes its place. */
const SettleItem = v.strictObject({
  kind: v.literal('settle-item'),
  item: Id,
  how: Word,
  /** The block of the agenda that it became; null: none. */
  block: v.nullable(Id),
  /** The item that it is a part of now; null unless it is merged. */
  into: v.nullable(Id),
  /** Asked for when an item is parked. */
  why: lines(2_000),
  decided: v.union([v.literal(''), oneLine(300)]),
});

/** Puts the open items in an order; lots are drawn by the server. */
const OrderItems = v.strictObject({ kind: v.literal('order-items'), order: Word });

export const agendaSettingCommands = [ProposeItem, AnswerItem, SettleItem, OrderItems] as const;

export const agendaSettingActs = {
  'propose-item': 'set-agenda',
  'answer-item': 'set-agenda',
  'settle-item': 'set-agenda',
  'order-items': 'set-agenda',
} as const;
