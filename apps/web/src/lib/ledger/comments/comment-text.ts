import type { Person } from '@parley/contracts';

/** A stretch of a comment; `calls` where it names a member. */
export interface Stretch {
  readonly text: string;
  readonly calls: boolean;
}

const marks = (people: readonly Pick<Person, 'name'>[]): readonly string[] =>
  people.map(({ name }) => `@${name}`).sort((one, other) => other.length - one.length);

/** Cuts a comment where it calls upon one of these people; of two names the longer one counts. */
export function stretches(text: string, people: readonly Pick<Person, 'name'>[]): Stretch[] {
  const found: Stretch[] = [];
  let rest = text;
  const names = marks(people);
  while (rest !== '') {
    const places = names.flatMap((mark) => {
      const at = rest.indexOf(mark);
      return at < 0 ? [] : [{ mark, at }];
    });
    const [next] = places.sort((one, other) => one.at - other.at);
    if (next === undefined) break;
    if (next.at > 0) found.push({ text: rest.slice(0, next.at), calls: false });
    found.push({ text: next.mark, calls: true });
    rest = rest.slice(next.at + next.mark.length);
  }
  return rest === '' ? found : [...found, { text: rest, calls: false }];
}

/** The ids of those whom a text calls upon. */
export function calledIn(text: string, people: readonly Pick<Person, 'id' | 'name'>[]): string[] {
  const called = new Set(stretches(text, people).flatMap((part) => (part.calls ? part.text : [])));
  return people.filter(({ name }) => called.has(`@${name}`)).map(({ id }) => id);
}

/** What is being typed after the last `@` before the caret; null when nothing is. */
export function mentionUnderWay(text: string, caret: number): string | null {
  const match = /(?:^|\s)@([^\s@][^@\n]{0,40}|)$/u.exec(text.slice(0, caret));
  return match?.[1] ?? null;
}

/** Puts a name in the place of the mention under way. @returns the text and where the caret stands then */
export function withMention(text: string, caret: number, name: string): [string, number] {
  const under = mentionUnderWay(text, caret) ?? '';
  const before = text.slice(0, caret - under.length);
  const inserted = `${before}${name} `;
  return [inserted + text.slice(caret).replace(/^ /, ''), inserted.length];
}
