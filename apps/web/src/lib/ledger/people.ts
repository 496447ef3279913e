import type { Author } from '@parley/model/ledger';
import type { SpaceAnswer } from '@parley/contracts';
import { m } from '#lib/paraglide/messages.js';

/** Whoever left the space has the last, quiet colour of the palette. */
const quietColor = 7;

export interface Shown {
  readonly name: string;
  /** Index into the presence colours. */
  readonly color: number;
}

/** How an author is shown: by the name that the entry has, in the colour of the member. */
export function shownAuthor(by: Author, { members }: Pick<SpaceAnswer, 'members'>): Shown {
  if (by === null) return { name: m.ledger_a_participant(), color: quietColor };
  const member = members.find(({ person }) => person.id === by.person);
  return { name: by.name, color: member?.person.color ?? quietColor };
}
