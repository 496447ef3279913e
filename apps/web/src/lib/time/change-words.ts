import { directedTieKinds, type Tie } from '@parley/model';
import {
  changeKinds,
  countsOf,
  type Change,
  type ChangeKind,
  type ConveningLink,
  type DayOfChange,
} from '@parley/model/ledger';
import { assessedWords, levelWord } from '#lib/assess/assessment-words.ts';
import { levelWords, sourceWords } from '#lib/convening/convening-words.ts';
import { channelWords } from '#lib/engage/engagement-words.ts';
import { shownAuthor } from '#lib/ledger/people.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { shownAs } from '#lib/names/called.ts';
import { stageWords } from '#lib/participants/participant-words.ts';
import { tieWord } from '#lib/actors/actor-words.ts';

export const kindWords: Readonly<Record<ChangeKind, () => string>> = {
  reading: m.time_kind_reading,
  round: m.time_kind_round,
  convening: m.time_kind_convening,
  'tie-begins': m.time_kind_tie_begins,
  'tie-ends': m.time_kind_tie_ends,
  'initiative-begins': m.time_kind_initiative_begins,
  'initiative-ends': m.time_kind_initiative_ends,
  stage: m.time_kind_stage,
  contact: m.time_kind_contact,
  card: m.time_kind_card,
  'card-settled': m.time_kind_card_settled,
};

const countWords: Readonly<Record<ChangeKind, (input: { count: number }) => string>> = {
  reading: m.time_count_reading,
  round: m.time_count_round,
  convening: m.time_count_convening,
  'tie-begins': m.time_count_tie_begins,
  'tie-ends': m.time_count_tie_ends,
  'initiative-begins': m.time_count_initiative_begins,
  'initiative-ends': m.time_count_initiative_ends,
  stage: m.time_count_stage,
  contact: m.time_count_contact,
  card: m.time_count_card,
  'card-settled': m.time_count_card_settled,
};

/** What changed on a day, in a few words: "2 readings, 1 tie begins". */
export function changeWords(day: DayOfChange | undefined): string {
  const counts = countsOf(day?.changes ?? []);
  const words = changeKinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [countWords[kind]({ count })];
  });
  return words.join(', ') || m.time_none();
}

/** A change as a row of a table. */
export interface SaidChange {
  /** The actor, the two ends of a tie, the participant, the initiative. */
  readonly about: string;
  readonly says: string;
  /** Empty where nobody is named as its author. */
  readonly by: string;
}

/** What a change says, in this space's names. */
export function sayChange(change: Change, session: SpaceSession): SaidChange {
  const author = (by: ConveningLink['by']) => shownAuthor(by, session.place).name;
  switch (change.kind) {
    case 'reading': {
      const { subject, reading, by } = change.of;
      const says = m.time_level({
        kind: assessedWords[reading.of](),
        level: levelWord(reading.level),
      });
      return { about: actorName(subject, session), says, by: author(by) };
    }
    case 'convening':
      return {
        about: pairWords(change.of, session),
        says: figuresOf(change.of),
        by: author(change.of.by),
      };
    case 'tie-begins':
    case 'tie-ends':
      return {
        about: tieEnds(change.of, session),
        says: tieWord(change.of.kind, session.settings),
        by: '',
      };
    case 'initiative-begins':
    case 'initiative-ends': {
      const parties = change.of.parties.map((id) => actorName(id, session)).join(', ');
      return { about: change.of.name, says: parties, by: change.of.convener };
    }
    case 'stage': {
      const { participant, from, to, by } = change.of;
      const says = m.time_along({ from: stageWords[from](), to: stageWords[to]() });
      return { about: participantName(participant, session), says, by: author(by) };
    }
    case 'contact': {
      const { actor, channel, team } = change.of.now;
      const by = team.map(({ name }) => name).join(', ');
      return { about: actorName(actor, session), says: channelWords[channel](), by };
    }
    case 'round': {
      const { round, assessors, by } = change.of;
      const opened = session.ledger?.all('round-opened').find(({ id }) => id === round);
      const says = m.time_round_of({ count: assessors });
      return { about: opened?.title ?? '', says, by: author(by) };
    }
    case 'card':
      return { about: change.of.name, says: change.of.why, by: author(change.of.by) };
    case 'card-settled': {
      const { settled, name } = change.of;
      return { about: name, says: outcomeOf(settled, session), by: author(settled?.by ?? null) };
    }
  }
}

function outcomeOf(
  settled: Extract<Change, { kind: 'card-settled' }>['of']['settled'],
  session: SpaceSession,
): string {
  switch (settled?.outcome) {
    case 'placed':
      return m.cards_outcome_placed();
    case 'merged':
      return m.cards_outcome_merged({ name: actorName(settled.actor ?? '', session) });
    case 'set-aside':
      return m.cards_outcome_set_aside();
    default:
      return m.time_card_open();
  }
}

export const actorName = (id: string, session: SpaceSession): string =>
  session.live.get('actor', id)?.name ?? m.actors_unreadable_end();

/** By pseudonym, as on the board of participants. */
export function participantName(id: string, session: SpaceSession): string {
  const person = session.live.get('participant', id);
  return person ? shownAs(person) : m.time_gone_participant();
}

/** Both ends of a tie; with an arrow where it runs one way. */
export function tieEnds({ from, to, kind }: Tie, session: SpaceSession): string {
  const ends = { from: actorName(from, session), to: actorName(to, session) };
  return directedTieKinds.has(kind) ? m.time_along(ends) : m.time_between(ends);
}

export const pairWords = (
  { convener, party }: Pick<ConveningLink, 'convener' | 'party'>,
  session: SpaceSession,
): string => m.time_along({ from: actorName(convener, session), to: actorName(party, session) });

/** The three figures of a convening statement, each by its name: they are never put together (P7). */
export const figuresOf = (link: ConveningLink): string =>
  m.time_figures({
    source: sourceWords[link.source](),
    access: levelWords(link.access),
    influence: levelWords(link.influence),
    valued: levelWords(link.relationshipValued),
  });
