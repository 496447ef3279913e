import { partiesAtTable } from '../indicators/parties.ts';
import { teamOf } from '../indicators/convening.ts';
import { agendaItems, type AgendaItem } from '../ledger/agenda-items.ts';
import { attendanceOf, type Attendance } from '../ledger/attendance.ts';
import { engagements, type Engagement } from '../ledger/engagements.ts';
import type { EntryKind, EntryOf } from '../ledger/entries/index.ts';
import { interventions, type Intervention } from '../ledger/interventions.ts';
import { byNumber } from '../ledger/root.ts';
import {
  standingAssessments,
  standingLinks,
  type Assessment,
  type ConveningLink,
} from '../ledger/standing.ts';
import type { RecordName, RecordOf, Settings } from '../records/index.ts';

/** A board and a ledger, as whoever asks can read them. */
export interface Sources {
  readonly list: <N extends RecordName>(name: N) => readonly RecordOf<N>[];
  /** In any order. */
  readonly entries: <K extends EntryKind>(kind: K) => readonly EntryOf<K>[];
  readonly settings: Settings;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What questions are asked of. Whatever is dear to make is made once, when a question first wants it. */
export interface Known extends Sources {
  /** Parties that sit at the table. */
  readonly atTable: readonly RecordOf<'actor'>[];
  /** They, and the parties to the conflict that are part of no other. */
  readonly parties: readonly RecordOf<'actor'>[];
  /** Ids of the team and its members. */
  readonly team: ReadonlySet<string>;
  readonly links: readonly ConveningLink[];
  readonly readings: readonly Assessment[];
  /** The newest first. */
  readonly contacts: readonly Engagement[];
  readonly interventions: readonly Intervention[];
  readonly items: readonly AgendaItem[];
  readonly attendance: Attendance;
}

export function knownFrom(sources: Sources): Known {
  const { list, entries } = sources;
  const said = <K extends EntryKind>(kind: K) => entries(kind).toSorted(byNumber);
  const actors = list('actor').toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const once = <T>(make: () => T) => {
    let made: { readonly value: T } | undefined;
    return () => (made ??= { value: make() }).value;
  };
  const atTable = once(() => partiesAtTable(actors, list('participant')));
  const parts = {
    atTable,
    parties: once(() => {
      const ids = new Set([...atTable(), ...partiesToConflict(actors)].map(({ id }) => id));
      return actors.filter(({ id }) => ids.has(id));
    }),
    team: once(() => teamOf(actors)),
    links: once(() => standingLinks(said('convening-link'))),
    readings: once(() => standingAssessments(said('assessment'))),
    contacts: once(() => engagements(said('engagement'), said('next-step-state'))),
    interventions: once(() =>
      interventions({
        planned: said('intervention-planned'),
        steps: said('intervention-step'),
        struck: said('intervention-step-struck'),
      }),
    ),
    items: once(() =>
      agendaItems(said('item-proposed'), said('item-answered'), said('item-settled')),
    ),
    attendance: once(() => attendanceOf(said('attendance'))),
  };
  return {
    ...sources,
    get atTable() {
      return parts.atTable();
    },
    get parties() {
      return parts.parties();
    },
    get team() {
      return parts.team();
    },
    get links() {
      return parts.links();
    },
    get readings() {
      return parts.readings();
    },
    get contacts() {
      return parts.contacts();
    },
    get interventions() {
      return parts.interventions();
    },
    get items() {
      return parts.items();
    },
    get attendance() {
      return parts.attendance();
    },
  };
}

/** Primary ones that stand for themselves: not those who are part of another party. */
function partiesToConflict(actors: readonly RecordOf<'actor'>[]) {
  const primary = actors.filter(
    ({ role, affiliation }) => role === 'primary' && affiliation === null,
  );
  const ids = new Set(primary.map(({ id }) => id));
  return primary.filter(({ within }) => within === null || !ids.has(within));
}
