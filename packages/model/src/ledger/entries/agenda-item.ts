import * as v from 'valibot';
import { Id, line, requiredLine } from '../../fields.ts';
import { defineEntry, paragraphs } from '../entry.ts';

/** Somebody wants something on the agenda. */
export const itemProposedEntry = defineEntry('item-proposed', {
  item: requiredLine(200),
  /** Why, as they say it. */
  why: paragraphs(2_000),
  /** The party's actor; null: the team itself, which shapes agendas too (P8). */
  proposedBy: v.nullable(Id),
});

/** `none`: an answer is taken back. Who has no entry has not answered: that is no consent. */
export const itemAnswers = ['support', 'accept', 'object', 'none'] as const;
export type ItemAnswer = (typeof itemAnswers)[number];

/** What a party says to an item; a later answer takes its place. */
export const itemAnsweredEntry = defineEntry('item-answered', {
  item: Id,
  party: Id,
  answer: v.picklist(itemAnswers),
  /** In our words. */
  said: paragraphs(2_000),
});

/** What can become of an item; `open`: it is taken up again. */
export const itemOutcomes = ['on-the-agenda', 'parked', 'withdrawn', 'merged', 'open'] as const;
export type ItemOutcome = (typeof itemOutcomes)[number];

/** What became of an item; a later word takes its place. */
export const itemSettledEntry = defineEntry('item-settled', {
  item: Id,
  how: v.picklist(itemOutcomes),
  /** The block of the agenda that it became; null: none yet, or it is not on the agenda. */
  block: v.nullable(Id),
  /** The item that holds it now; null unless it was merged. */
  into: v.nullable(Id),
  why: paragraphs(2_000),
  /** Who decided, and in what way. */
  decided: line(300),
});

/** How the items are gone through. */
export const itemOrders = ['as-proposed', 'by-lot', 'party-in-turn'] as const;
export type ItemOrder = (typeof itemOrders)[number];

const mostItems = 500;

/** The order in which items are gone through; a later one takes its place, and both stay on record. */
export const itemsOrderedEntry = defineEntry('items-ordered', {
  order: v.picklist(itemOrders),
  /** What the lot was drawn from, 32 bits: whoever has it can draw the same again. null: nothing was drawn. */
  seed: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff))),
  /** The items that were open then, in the order that came of it. */
  items: v.pipe(v.array(Id), v.maxLength(mostItems)),
});
