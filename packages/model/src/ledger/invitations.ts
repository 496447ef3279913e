import type { EntryOf } from './entries/index.ts';
import { byNumber } from './root.ts';

/** How it stands with one person's invitation. */
export interface Invitation {
  readonly participant: string;
  /** Each time that it went out, the first one first. */
  readonly sent: readonly EntryOf<'invitation-sent'>[];
  /** What they answered last; null: no reply is on record. */
  readonly reply: EntryOf<'invitation-reply'> | null;
}

/** A row for each person who was written to or has answered. Both in any order. */
export function invitations(
  sent: readonly EntryOf<'invitation-sent'>[],
  replies: readonly EntryOf<'invitation-reply'>[],
): readonly Invitation[] {
  const out = Map.groupBy(sent.toSorted(byNumber), ({ participant }) => participant);
  const last = new Map(replies.toSorted(byNumber).map((one) => [one.participant, one]));
  return [...new Set([...out.keys(), ...last.keys()])].map((participant) => ({
    participant,
    sent: out.get(participant) ?? [],
    reply: last.get(participant) ?? null,
  }));
}
