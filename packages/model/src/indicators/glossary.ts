import type { AgendaBlock, GlossaryTerm, Participant } from '../records/index.ts';
import { mayTakePart } from './inclusion-counting.ts';

/** Languages of those who may still take part: of the most people first, then by tag. */
export function languagesAtTable(participants: readonly Participant[]): readonly string[] {
  const count = new Map<string, number>();
  for (const person of participants.filter(mayTakePart)) {
    for (const language of person.languages) count.set(language, (count.get(language) ?? 0) + 1);
  }
  return [...count]
    .sort(([one, of], [other, than]) => than - of || (one < other ? -1 : 1))
    .map(([language]) => language);
}

/** What everybody in the room reads of a block. */
const readAloud = ({ title, purpose, question }: AgendaBlock): string =>
  [title, purpose, question].join('\n').normalize('NFC');

/**
 * Blocks whose title, purpose or question has a term in it, as a whole word and whatever its case: there
 * the room hears it. A language that joins words to others (`al-`, compounds) may hide one from it.
 * @returns id of the term → ids of blocks, in their order; terms that stand nowhere are not among them
 */
export function termsInAgenda(
  terms: readonly Pick<GlossaryTerm, 'id' | 'term'>[],
  blocks: readonly AgendaBlock[],
): ReadonlyMap<string, readonly string[]> {
  const texts = blocks.map((block) => ({ id: block.id, text: readAloud(block) }));
  const found = terms.map(({ id, term }) => {
    const whole = wholeWord(term);
    return [id, texts.filter(({ text }) => whole.test(text)).map((block) => block.id)] as const;
  });
  return new Map(found.filter(([, where]) => where.length > 0));
}

function wholeWord(term: string): RegExp {
  const words = term
    .normalize('NFC')
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return new RegExp(
    String.raw`(?<![\p{L}\p{N}])${words.join(String.raw`\s+`)}(?![\p{L}\p{N}])`,
    'iu',
  );
}
