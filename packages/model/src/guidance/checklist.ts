import type { EntryOf } from '../ledger/entries/index.ts';
import { byNumber } from '../ledger/root.ts';
import { knownFrom, type Sources } from './known.ts';
import { fundamentals, type Found, type Fundamental, type Subject } from './question.ts';
import { agreementQuality } from './questions/agreement-quality.ts';
import { coherence } from './questions/coherence.ts';
import { consent } from './questions/consent.ts';
import { impartiality } from './questions/impartiality.ts';
import { inclusivity } from './questions/inclusivity.ts';
import { lawAndNorms } from './questions/law-and-norms.ts';
import { nationalOwnership } from './questions/national-ownership.ts';
import { preparedness } from './questions/preparedness.ts';

/** What is asked about each fundamental, in the order in which it is asked. */
const questions = {
  preparedness,
  consent,
  impartiality,
  inclusivity,
  'national-ownership': nationalOwnership,
  'law-and-norms': lawAndNorms,
  coherence,
  'agreement-quality': agreementQuality,
} as const satisfies Readonly<Record<Fundamental, unknown>>;

export type QuestionCode = (typeof questions)[Fundamental][number]['code'];

type Answer = EntryOf<'fundamental-answered'>;

/** A question that the records raise. There is no figure for how well anything stands. */
export interface Finding {
  /** What it is told by wherever it is answered. */
  readonly key: string;
  readonly code: QuestionCode;
  readonly fundamental: Fundamental;
  readonly about: readonly Subject[];
  readonly others: readonly Subject[];
  /** `YYYY-MM-DD`; null: it has no day. */
  readonly date: string | null;
  readonly count: number;
  readonly of: number;
  /** Short for all that it rests on: another one, as soon as that is something else. */
  readonly basis: string;
  /** `open`: not answered, or answered when it rested on something else. */
  readonly state: 'open' | 'answered' | 'set-aside';
  /** What the team said last, which may be of before; null: nothing, or it was taken back. */
  readonly answer: Answer | null;
}

/**
 * What the records of a process make one ask about its fundamentals. The same records give the same
 * questions, in whatever order they are held.
 */
export function checklist(sources: Sources): readonly Finding[] {
  const known = knownFrom(sources);
  const answers = new Map(
    sources
      .entries('fundamental-answered')
      .toSorted(byNumber)
      .map((answer) => [answer.key, answer]),
  );
  return fundamentals.flatMap((fundamental) =>
    questions[fundamental].flatMap(({ code, find }) =>
      find(known)
        .map((found) => findingOf(fundamental, code, found, answers))
        .sort((one, other) => (one.key < other.key ? -1 : 1)),
    ),
  );
}

function findingOf(
  fundamental: Fundamental,
  code: QuestionCode,
  { about = [], others = [], date, count = 0, of = 0 }: Found,
  answers: ReadonlyMap<string, Answer>,
): Finding {
  const key = [code, ...about.map(({ id }) => id)].join('/');
  const rests = { others: others.map(({ id }) => id), date: date ?? '', count, of };
  const basis = shortFor(JSON.stringify(rests));
  const last = answers.get(key);
  const answer = last === undefined || last.text.trim() === '' ? null : last;
  const holds = answer !== null && answer.basis === basis;
  return {
    ...{ key, code, fundamental, about, others, date: date ?? null, count, of, basis, answer },
    state: !holds ? 'open' : answer.setAside ? 'set-aside' : 'answered',
  };
}

/** FNV-1a, 32 bits: two that differ by chance get one name once in four thousand million. */
function shortFor(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
