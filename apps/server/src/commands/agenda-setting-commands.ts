import { randomInt } from 'node:crypto';
import {
  agendaItems,
  isOnBoard,
  itemAnsweredEntry,
  itemSettledEntry,
  itemsOrderedEntry,
  orderedItems,
  type AgendaItem,
  type LedgerDraft,
} from '@parley/model/ledger';
import * as v from 'valibot';
import type { CommandContext, CommandHandlers } from './command-context.ts';
import { accepted, appended, refused } from './outcome.ts';

type AgendaSettingHandlers = Pick<
  CommandHandlers,
  'propose-item' | 'answer-item' | 'settle-item' | 'order-items'
>;

const Answer = itemAnsweredEntry.fields.entries.answer;
const Outcome = itemSettledEntry.fields.entries.how;
const Order = itemsOrderedEntry.fields.entries.order;

/** What the parties want on the agenda, what they answer to each other's items, and what became of them. */
export const agendaSettingCommands: AgendaSettingHandlers = {
  async 'propose-item'({ item, why, proposedBy }, context) {
    const { entryId, stamp } = context;
    const isThere = proposedBy === null || (await isParty(proposedBy, context));
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!isThere) return refused('gone');
      const fields = { item, why, proposedBy };
      return appended(entryId, entries.append('item-proposed', entryId, fields, stamp));
    });
  },

  async 'answer-item'({ item, party, answer: word, said }, context) {
    const { entryId, stamp } = context;
    const answer = v.safeParse(Answer, word);
    if (!answer.success) return refused('invalid', ['answer']);
    const isThere = await isParty(party, context);
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!isThere || !entries.get('item-proposed', item)) return refused('gone');
      const fields = { item, party, answer: answer.output, said };
      return appended(entryId, entries.append('item-answered', entryId, fields, stamp));
    });
  },

  async 'settle-item'({ item, how: word, block, into, why, decided }, context) {
    const { entryId, stamp } = context;
    const how = v.safeParse(Outcome, word);
    if (!how.success) return refused('invalid', ['how']);
    if (block !== null && how.output !== 'on-the-agenda') return refused('invalid', ['block']);
    if ((into !== null) !== (how.output === 'merged')) return refused('invalid', ['into']);
    if (how.output === 'parked' && why === '') return refused('invalid', ['why']);
    const isThere =
      block === null ||
      (await context.board((board) => isOnBoard(board, { type: 'agendaBlock', id: block })));
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      if (!isThere || !entries.get('item-proposed', item)) return refused('gone');
      if (into !== null && !entries.get('item-proposed', into)) return refused('gone');
      if (into !== null && isWithin(item, into, itemsIn(entries)))
        return refused('invalid', ['into']);
      const fields = { item, how: how.output, block, into, why, decided };
      return appended(entryId, entries.append('item-settled', entryId, fields, stamp));
    });
  },

  async 'order-items'({ order: word }, context) {
    const { entryId, stamp } = context;
    const order = v.safeParse(Order, word);
    if (!order.success) return refused('invalid', ['order']);
    return context.ledger((entries) => {
      if (entries.has(entryId)) return accepted(entryId);
      // The server draws: nobody can draw at home until the lot suits them.
      const seed = order.output === 'as-proposed' ? null : randomInt(2 ** 32);
      const open = itemsIn(entries).filter(({ settled }) => settled === null);
      const items = orderedItems(order.output, open, seed ?? 0).map(({ id }) => id);
      const fields = { order: order.output, seed, items };
      return appended(entryId, entries.append('items-ordered', entryId, fields, stamp));
    });
  },
};

const isParty = (id: string, { board }: CommandContext): Promise<boolean> =>
  board((doc) => isOnBoard(doc, { type: 'actor', id }));

function itemsIn(entries: LedgerDraft): readonly AgendaItem[] {
  const all = <K extends 'item-proposed' | 'item-settled'>(kind: K) =>
    entries.all(kind).toSorted((one, other) => one.number - other.number);
  return agendaItems(all('item-proposed'), [], all('item-settled'));
}

/** Whether `inner` is the item `outer`, or was made a part of it: then `outer` cannot become a part of it. */
function isWithin(outer: string, inner: string, items: readonly AgendaItem[]): boolean {
  const parts = new Map(items.map(({ id, settled }) => [id, settled?.into ?? null]));
  const seen = new Set<string>();
  for (let at: string | null = inner; at !== null && !seen.has(at); at = parts.get(at) ?? null) {
    if (at === outer) return true;
    seen.add(at);
  }
  return false;
}
