import { fillLetter, type Letter, type MergeValues } from '@parley/exchange/letters';
import type { LetterTemplate, Participant } from '@parley/model';
import { createContext } from 'svelte';
import { shownAs } from '#lib/names/called.ts';
import type { ParticipantsState } from '../participants-state.svelte.ts';
import { gapWords } from './letter-words.ts';
import { templateFor, type LanguageFit } from './template-for.ts';

/** One person's letter, as it stands now. */
export interface WrittenLetter {
  readonly person: Participant;
  readonly template: LetterTemplate;
  /** Why it is in this language; `chosen`: somebody said so. */
  readonly fit: LanguageFit | 'chosen';
  readonly letter: Letter;
}

/** Whether something in a letter has to be looked at before it goes out. */
export const hasGaps = ({ letter }: WrittenLetter): boolean =>
  letter.missing.length > 0 || letter.unknown.length > 0;

/** What the view of letters shows. Make it while a component is being set up. */
export class LettersState {
  readonly board: ParticipantsState;
  /** Whether the templates are worked on; else letters are written. */
  editing = $state(false);
  #open: string | null = $state(null);
  #shown: string | null = $state(null);
  /** Person → template, where somebody chose another one than the person's language says. */
  #chosen: ReadonlyMap<string, string> = $state.raw(new Map());
  /** People who get none this time. */
  #left: ReadonlySet<string> = $state.raw(new Set());

  readonly templates: readonly LetterTemplate[] = $derived.by(() =>
    this.board.session.live.list('letterTemplate'),
  );
  readonly template: LetterTemplate | null = $derived.by(
    () => this.templates.find(({ id }) => id === this.#open) ?? this.templates[0] ?? null,
  );
  /** Whoever is selected; where nobody is, those shown who are nominated and no further. */
  readonly people: readonly Participant[] = $derived.by(() => {
    const { board } = this;
    if (board.chosen.length > 0) return board.chosen;
    return board.table.rows.filter((person) => board.stageOf(person) === 'nominated');
  });
  readonly letters: readonly WrittenLetter[] = $derived.by(() =>
    this.people.flatMap((person) => this.letterTo(person) ?? []),
  );
  readonly toWrite: readonly WrittenLetter[] = $derived.by(() =>
    this.letters.filter(({ person }) => !this.#left.has(person.id)),
  );
  /** The one that the page beside the list shows. */
  readonly shown: WrittenLetter | null = $derived.by(
    () => this.letters.find(({ person }) => person.id === this.#shown) ?? this.letters[0] ?? null,
  );

  constructor(board: ParticipantsState) {
    this.board = board;
  }

  letterTo(person: Participant): WrittenLetter | null {
    const picked = this.templates.find(({ id }) => id === this.#chosen.get(person.id));
    const fitting = picked ? null : templateFor(person, this.templates);
    const template = picked ?? fitting?.template;
    if (!template) return null;
    return {
      ...{ person, template, fit: fitting?.fit ?? 'chosen' },
      letter: fillLetter(template, this.valuesFor(person, template), gapWords),
    };
  }

  /** The same person's letter by a template that is being worked on. */
  trial(template: LetterTemplate, person: Participant | null): Letter {
    return fillLetter(template, this.valuesFor(person, template), gapWords);
  }

  /** What one letter is filled with; names stay out of it where this device hides them. */
  valuesFor(person: Participant | null, template: LetterTemplate): MergeValues {
    const { title, dates, place, replyBy, sender } = template;
    const { session } = this.board;
    return {
      name: person?.name ?? '',
      pseudonym: person?.pseudonym ?? '',
      delegation: this.board.actorName(person?.delegation ?? null) ?? person?.party ?? '',
      title: title.trim() === '' ? session.place.process.title : title,
      ...{ dates, place, replyBy, sender },
    };
  }

  /** A person in the list of letters: the name where names are shown, for it is who is written to. */
  called(person: Participant): string {
    const { name } = person;
    return name.trim() === '' ? shownAs(person) : name;
  }

  openTemplate(id: string) {
    this.#open = id;
  }

  showLetter(person: string) {
    this.#shown = person;
  }

  choose(person: string, template: string) {
    this.#chosen = new Map([...this.#chosen, [person, template]]);
  }

  isLeftOut(person: string): boolean {
    return this.#left.has(person);
  }

  leaveOut(person: string, isOut: boolean) {
    const others = [...this.#left].filter((id) => id !== person);
    this.#left = new Set(isOut ? [...others, person] : others);
  }
}

export const [getLetters, setLetters] = createContext<LettersState>();
