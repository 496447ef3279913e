import type { Heirs } from '../board/heirs.ts';
import type { EntryKind, EntryOf } from './entries/index.ts';

type Resolve<K extends EntryKind> = (entry: EntryOf<K>, heir: (id: string) => string) => EntryOf<K>;

/**
 * Kinds of entry that name actors, and how each reads once an actor stands for another. A blind round
 * keeps the actors that it asks about, as the server has them; see `readingsIn`.
 */
const resolving: { readonly [K in EntryKind]?: Resolve<K> } = {
  assessment: (entry, heir) => ({
    ...entry,
    subject: heir(entry.subject),
    ...(entry.convener ? { convener: heir(entry.convener) } : {}),
  }),
  engagement: (entry, heir) => ({ ...entry, actor: heir(entry.actor) }),
  comment: (entry, heir) =>
    entry.about.type === 'actor'
      ? { ...entry, about: { ...entry.about, id: heir(entry.about.id) } }
      : entry,
  'convening-link': (entry, heir) => ({
    ...entry,
    convener: heir(entry.convener),
    party: heir(entry.party),
  }),
  'item-proposed': (entry, heir) => ({
    ...entry,
    proposedBy: entry.proposedBy === null ? null : heir(entry.proposedBy),
  }),
  'item-answered': (entry, heir) => ({ ...entry, party: heir(entry.party) }),
  'intervention-planned': (entry, heir) => ({
    ...entry,
    parties: [...new Set(entry.parties.map(heir))],
  }),
  'intervention-step': (entry, heir) => ({ ...entry, party: heir(entry.party) }),
  decision: ({ costs, absent, touches, ...entry }, heir) => ({
    ...entry,
    ...(costs ? { costs: costs.map((one) => ({ ...one, party: heir(one.party) })) } : {}),
    ...(absent ? { absent: absent.map((one) => ({ ...one, party: heir(one.party) })) } : {}),
    ...(touches ? { touches: touches.map((one) => touched(one, heir)) } : {}),
  }),
  'decision-observed': (entry, heir) => ({ ...entry, party: heir(entry.party) }),
  'proposal-settled': (entry, heir) => ({
    ...entry,
    actor: entry.actor === null ? null : heir(entry.actor),
  }),
};

/**
 * Entries of a kind as they read now that some actors stand for others: what was said of one that was
 * merged away is said of the one that was kept. Nothing is rewritten, so that the undo of a merge gives
 * everything back. What one person said of both stands twice in the ledger, and the newest counts, as
 * where somebody says a thing anew. What was said between two that are one now is said of nobody else,
 * and is left out.
 */
export function asOfHeirs<K extends EntryKind>(
  kind: K,
  entries: readonly EntryOf<K>[],
  heirs: Heirs,
): readonly EntryOf<K>[] {
  const resolve = resolving[kind];
  if (heirs.size === 0 || resolve === undefined) return entries;
  const heir = (id: string) => heirs.get(id) ?? id;
  return entries
    .map((entry) => resolve(entry, heir))
    .filter((entry, index) => !isOfItself(entry) || isOfItself(entries[index] ?? entry));
}

type Touched = NonNullable<EntryOf<'decision'>['touches']>[number];

const touched = (one: Touched, heir: (id: string) => string): Touched =>
  one.type === 'actor' ? { ...one, id: heir(one.id) } : one;

const isOfItself = (entry: EntryOf<EntryKind>): boolean =>
  (entry.kind === 'convening-link' && entry.convener === entry.party) ||
  (entry.kind === 'assessment' && entry.convener === entry.subject);
