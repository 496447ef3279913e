import type { EntryOf } from './entries/index.ts';
import { byNumber } from './root.ts';

export type Assessment = EntryOf<'assessment'>;
export type ConveningLink = EntryOf<'convening-link'>;

type Statement = Assessment | ConveningLink;

/**
 * Who made a statement: a person, or the voice of somebody who is not named. One that has neither
 * stands for itself: nothing says that it has the assessor of any other.
 */
export const assessorOf = ({ by, voice, id }: Statement): string => by?.person ?? voice ?? id;

/**
 * The statements that stand: of each assessor the newest about each thing. Newer is what holds for a later
 * day, and of one day what the server took later; nothing that was superseded is in it.
 * @param about what a statement is about, as one word; only statements about the same supersede each other
 * @param on the day, `YYYY-MM-DD`, whose view is wanted: later statements are left out; null for all
 */
function standing<S extends Statement>(
  statements: readonly S[],
  about: (statement: S) => string,
  on: string | null,
): readonly S[] {
  const newest = new Map<string, S>();
  for (const statement of statements) {
    if (on !== null && statement.asOf > on) continue;
    const key = `${about(statement)} ${assessorOf(statement)}`;
    const known = newest.get(key);
    if (!known || isNewer(statement, known)) newest.set(key, statement);
  }
  return [...newest.values()].sort(byNumber);
}

const isNewer = (one: Statement, other: Statement): boolean =>
  one.asOf === other.asOf ? byNumber(one, other) > 0 : one.asOf > other.asOf;

/** What an assessment is about, as one word. */
export const matterWord = ({
  subject,
  reading,
  convener,
}: Pick<Assessment, 'subject' | 'reading' | 'convener'>): string =>
  [subject, reading.of, ...(convener ? [convener] : [])].join(' ');

/** The assessments that stand, in the order of the ledger; `on` as `YYYY-MM-DD`, null for all. */
export const standingAssessments = (
  assessments: readonly Assessment[],
  on: string | null = null,
): readonly Assessment[] => standing(assessments, matterWord, on);

/** The convening links that stand, in the order of the ledger; `on` as `YYYY-MM-DD`, null for all. */
export const standingLinks = (
  links: readonly ConveningLink[],
  on: string | null = null,
): readonly ConveningLink[] =>
  standing(links, ({ convener, party, source }) => `${convener} ${party} ${source}`, on);
