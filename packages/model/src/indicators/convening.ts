import type { ConveningLink } from '../ledger/standing.ts';
import type { Actor, Affiliation, ParallelInitiative } from '../records/index.ts';

/** Levels by which access must exceed influence to be flagged (domain.md, ConveningLink). */
const gap = 2;
/** The level from which a link can bring a party. */
const strong = 3;

/** Those whose reach is the team's own. A funder stands on the map beside them, and is a convener too (P8). */
const ofTheTeam: ReadonlySet<Affiliation | null> = new Set(['team', 'team-member']);

/** Ids of the team and its members. */
export const teamOf = (actors: readonly Pick<Actor, 'id' | 'affiliation'>[]): ReadonlySet<string> =>
  new Set(actors.filter(({ affiliation }) => ofTheTeam.has(affiliation)).map(({ id }) => id));

type Figures = Pick<ConveningLink, 'source' | 'relationshipValued' | 'access' | 'influence'>;

/** Access without influence (P7). A figure that is not known flags nothing (P2). */
export const isAccessWithoutInfluence = ({ access, influence }: Figures): boolean =>
  access !== null && influence !== null && access - influence >= gap;

/**
 * Whether a convener can bring the party, as one statement has it: by influence, or by a referent link
 * that the party values. null: what is known does not tell (P2).
 */
export function canBring({ source, influence, relationshipValued }: Figures): boolean | null {
  const deciding = source === 'referent' ? [influence, relationshipValued] : [influence];
  if (deciding.some((level) => level !== null && level >= strong)) return true;
  return deciding.includes(null) ? null : false;
}

/**
 * How far somebody reaches a party: `open`, where what is said holds an unknown that could change it;
 * `unsaid`, where nobody has said anything. Neither is a no (P2).
 */
export type Reach = 'reached' | 'open' | 'not-reached' | 'unsaid';

export interface Coverage {
  readonly party: string;
  readonly reach: Reach;
  /** What says that somebody on the team can bring the party, in the order of the ledger. */
  readonly by: readonly ConveningLink[];
  /** Whether somebody else says of the same convener and source that they cannot. */
  readonly disputed: boolean;
}

/**
 * Which parties the team reaches (domain.md, ConveningLink). One more statement never takes coverage
 * away; a contrary one shows as a dispute.
 * @param links those that stand
 * @param team ids of the team and its members
 */
export function coverage(
  parties: readonly string[],
  links: readonly ConveningLink[],
  team: ReadonlySet<string>,
): readonly Coverage[] {
  const ofTeam = Map.groupBy(
    links.filter(({ convener }) => team.has(convener)),
    ({ party }) => party,
  );
  return parties.map((party) => {
    const said = ofTeam.get(party) ?? [];
    const by = said.filter((link) => canBring(link) === true);
    const disputed = by.some((link) => said.some((other) => denies(other, link)));
    return { party, reach: reachOf(said), by, disputed };
  });
}

/** What statements about one party say together. */
export function reachOf(said: readonly Figures[]): Reach {
  if (said.length === 0) return 'unsaid';
  const answers = said.map(canBring);
  if (answers.includes(true)) return 'reached';
  return answers.includes(null) ? 'open' : 'not-reached';
}

const denies = (other: ConveningLink, link: ConveningLink): boolean =>
  other.convener === link.convener && other.source === link.source && canBring(other) === false;

/** What several people say of one figure, side by side: there is no middle of it anywhere (P1). */
export interface Readings {
  /** The levels that are known, the lowest first. */
  readonly known: readonly number[];
  /** How many looked, and do not know. */
  readonly unknown: number;
  /** Whether two of them are two or more levels apart. */
  readonly apart: boolean;
}

export function readingsOf(levels: readonly (number | null)[]): Readings {
  const known = levels.filter((level) => level !== null).toSorted((a, b) => a - b);
  const apart = (known.at(-1) ?? 0) - (known.at(0) ?? 0) >= gap;
  return { known, unknown: levels.length - known.length, apart };
}

/**
 * Mediation saturation of a party (H §1): the other initiatives that involve it on a day, `YYYY-MM-DD`. One
 * without a beginning or an end has always run, or still does.
 */
export const saturation = (
  party: string,
  initiatives: readonly ParallelInitiative[],
  on: string,
): readonly ParallelInitiative[] =>
  initiatives.filter(
    ({ parties, from, until }) =>
      parties.includes(party) && (from === null || from <= on) && (until === null || until >= on),
  );
