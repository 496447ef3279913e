import type { AgendaBlock, Participant, Room } from '../records/index.ts';
import type { BlockTimes, DayTimes } from './agenda-times.ts';
import { isCounted, participantsInBlock } from './inclusion-counting.ts';
import { partsOfPair, type LanguagePair } from './language-pairs.ts';

/** Minutes that people sit without a break before it is said: a habit of facilitators, and no finding. */
export const mostWithoutBreak = 120;
/** Minutes between two blocks from which on they are a break. */
const leastBreak = 10;

/**
 * Something about the people of an agenda that a team should look at. Ids of people are sorted; of two
 * blocks the first is the one that begins first.
 */
export type PeopleCheck =
  /** People who belong in two blocks at one time. */
  | {
      readonly kind: 'people-twice';
      readonly blocks: readonly [string, string];
      readonly people: readonly string[];
    }
  /** Who leads or interprets two blocks at one time, as the first of them writes the name. */
  | {
      readonly kind: 'lead-twice' | 'interpreter-twice';
      readonly blocks: readonly [string, string];
      readonly name: string;
    }
  /** People who said that they cannot come on the day of these blocks; nobody of whom it is not known (P2). */
  | {
      readonly kind: 'cannot-come';
      /** `YYYY-MM-DD`. */
      readonly date: string;
      /** All of that day in which they belong, breaks apart: at least one. */
      readonly blocks: readonly string[];
      readonly people: readonly string[];
    }
  /** More people belong in a room than it has seats. Where the seats are not known nothing is said (P2). */
  | {
      readonly kind: 'room-too-small';
      readonly block: string;
      readonly room: string;
      readonly people: number;
      readonly seats: number;
    }
  /**
   * People who speak none of the languages in the room, where nobody interprets; where it is said from which
   * language into which there is interpretation, people whom one of them does not reach.
   */
  | {
      readonly kind: 'not-understood';
      readonly block: string;
      readonly people: readonly string[];
      /** The languages in the room that do not reach some of them, as they are written; empty where no pair is given. */
      readonly missed: readonly string[];
      /** People in the room whose languages are not known: some of them may be left out as well (P2). */
      readonly unknown: number;
    }
  /** People who sit from the first of these blocks to the last without a break. */
  | {
      readonly kind: 'no-break';
      readonly blocks: readonly [string, string];
      readonly minutes: number;
      readonly people: readonly string[];
    };

interface Plan {
  readonly days: readonly DayTimes[];
  readonly blocks: readonly AgendaBlock[];
  readonly rooms: readonly Room[];
  readonly participants: readonly Participant[];
}

/** A block with its times and the people who belong in it. */
interface Held {
  readonly block: AgendaBlock;
  /** Of its day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly times: BlockTimes;
  /** Ids of those who are invited, confirmed or there, sorted. */
  readonly people: ReadonlySet<string>;
}

/**
 * What cannot work for people, or will be hard on them, by the time at which it begins. Whoever is
 * invited and has not declined is reckoned with: they may come. It does not matter in what order days,
 * blocks, rooms and people were entered.
 */
export function peopleChecks({ days, blocks, rooms, participants }: Plan): readonly PeopleCheck[] {
  const coming = participants
    .filter((person) => isCounted(person, 'invited'))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const everyone = new Set(coming.map(({ id }) => id));
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const held = days
    .flatMap(({ date, blocks: onDay }) => onDay.map((times) => ({ date, times })))
    .flatMap(({ date, times }): Held[] => {
      const block = byId.get(times.block);
      if (!block || times.endsAt <= times.startsAt) return [];
      const named = () => new Set(participantsInBlock(block, coming).map(({ id }) => id));
      return [{ block, date, times, people: block.everyone ? everyone : named() }];
    })
    .sort(byStart);
  const seats = new Map(rooms.map((room) => [room.id, room.seats]));
  const languages = new Map(coming.map((person) => [person.id, person.languages.map(folded)]));
  return [
    ...twice(held),
    ...cannotCome(held, coming),
    ...held.flatMap((one) => [...tooSmall(one, seats), ...notUnderstood(one, languages)]),
    ...withoutBreak(held, coming),
  ];
}

function byStart(a: Held, b: Held): number {
  const [one, other] = [a.block.id, b.block.id];
  return a.times.startsAt - b.times.startsAt || (one < other ? -1 : one > other ? 1 : 0);
}

function twice(held: readonly Held[]): readonly PeopleCheck[] {
  return held.flatMap((first, at) => {
    const checks: PeopleCheck[] = [];
    for (const second of held.slice(at + 1)) {
      if (second.times.startsAt >= first.times.endsAt) break;
      const blocks = [first.block.id, second.block.id] as const;
      const people = [...first.people].filter((id) => second.people.has(id));
      if (people.length > 0) checks.push({ kind: 'people-twice', blocks, people });
      for (const role of ['lead', 'interpreter'] as const) {
        const name = first.block[role].trim();
        if (name === '' || folded(name) !== folded(second.block[role])) continue;
        checks.push({ kind: `${role}-twice`, blocks, name });
      }
    }
    return checks;
  });
}

function cannotCome(held: readonly Held[], coming: readonly Participant[]): readonly PeopleCheck[] {
  const sessions = held.filter(({ block }) => block.form !== 'break');
  return [...Map.groupBy(sessions, ({ date }) => date)].flatMap(([date, ofDay]) => {
    const away = coming.filter((person) => person.availability[date] === 'no');
    const missed = ({ id }: Participant) =>
      ofDay.filter(({ people }) => people.has(id)).map(({ block }) => block.id);
    const alike = Map.groupBy(away, (person) => missed(person).join(' '));
    return [...alike].flatMap(([blocks, people]) =>
      blocks === ''
        ? []
        : [
            {
              kind: 'cannot-come' as const,
              date,
              blocks: blocks.split(' '),
              people: people.map(({ id }) => id),
            },
          ],
    );
  });
}

function tooSmall(
  { block, people }: Held,
  seatsOf: ReadonlyMap<string, number | null>,
): readonly PeopleCheck[] {
  const seats = seatsOf.get(block.room ?? '') ?? null;
  if (block.room === null || seats === null || people.size <= seats) return [];
  return [
    { kind: 'room-too-small', block: block.id, room: block.room, people: people.size, seats },
  ];
}

function notUnderstood(
  { block, people }: Held,
  languages: ReadonlyMap<string, readonly string[]>,
): readonly PeopleCheck[] {
  const pairs = block.languagePairs.flatMap((pair) => partsOfPair(pair) ?? []);
  const talks = block.form !== 'break' && block.form !== 'social';
  if (!talks || (pairs.length === 0 && block.interpreter.trim() !== '')) return [];
  const spoken = new Map(
    [...block.languages, ...pairs.map(({ from }) => from)].map((name) => [folded(name), name]),
  );
  if (spoken.size === 0) return [];
  const known = [...people].filter((id) => (languages.get(id) ?? []).length > 0);
  const unknown = people.size - known.length;
  const missedBy = new Map(
    known.map((id) => [id, unreached([...spoken.keys()], pairs, languages.get(id) ?? [])]),
  );
  const out = known.filter((id) => {
    const missed = missedBy.get(id)?.length ?? 0;
    return pairs.length > 0 ? missed > 0 : missed === spoken.size;
  });
  if (out.length === 0) return [];
  const missed = [...spoken].flatMap(([key, name]) =>
    pairs.length > 0 && out.some((id) => missedBy.get(id)?.includes(key)) ? [name] : [],
  );
  return [{ kind: 'not-understood', block: block.id, people: out, missed: missed.sort(), unknown }];
}

/** Of the languages in a room those that somebody neither speaks nor has interpreted. All are folded. */
function unreached(
  spoken: readonly string[],
  pairs: readonly LanguagePair[],
  own: readonly string[],
): readonly string[] {
  return spoken.filter(
    (language) =>
      !own.includes(language) &&
      !pairs.some(({ from, to }) => folded(from) === language && own.includes(folded(to))),
  );
}

/** A stretch of blocks with no break between them. */
interface Stretch {
  readonly first: Held;
  readonly last: Held;
  readonly startsAt: number;
  readonly endsAt: number;
}

function withoutBreak(
  held: readonly Held[],
  coming: readonly Participant[],
): readonly PeopleCheck[] {
  const alike = new Map<string, { readonly stretch: Stretch; readonly people: string[] }>();
  const work = held.filter(({ block }) => block.form !== 'break' && block.form !== 'social');
  for (const { id } of coming) {
    for (const stretch of stretchesOf(work.filter(({ people }) => people.has(id)))) {
      if (minutesOf(stretch) <= mostWithoutBreak) continue;
      const key = `${stretch.first.block.id} ${stretch.last.block.id}`;
      const same = alike.get(key);
      if (same) same.people.push(id);
      else alike.set(key, { stretch, people: [id] });
    }
  }
  return [...alike.values()]
    .sort(
      (a, b) =>
        byStart(a.stretch.first, b.stretch.first) || byStart(a.stretch.last, b.stretch.last),
    )
    .map(({ stretch, people }) => ({
      kind: 'no-break',
      blocks: [stretch.first.block.id, stretch.last.block.id],
      minutes: minutesOf(stretch),
      people,
    }));
}

const minutesOf = ({ startsAt, endsAt }: Stretch): number => (endsAt - startsAt) / 60_000;

/** @param work of one person, by its start */
function stretchesOf(work: readonly Held[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const held of work) {
    const { startsAt, endsAt } = held.times;
    const before = stretches.at(-1);
    if (before && startsAt - before.endsAt < leastBreak * 60_000) {
      const later = endsAt > before.endsAt;
      stretches[stretches.length - 1] = {
        ...before,
        ...(later ? { last: held, endsAt } : {}),
      };
    } else stretches.push({ first: held, last: held, startsAt, endsAt });
  }
  return stretches;
}

/** Names and languages are written by many hands: case and the forms of Unicode do not tell them apart. */
const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
