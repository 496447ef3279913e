import * as v from 'valibot';
import { Id, line, LongText, OrderKey, OwnFields, requiredLine, StringSet } from '../fields.ts';
import { defineRecord } from '../record-type.ts';

export const actorKinds = ['person', 'group', 'institution', 'armed-actor', 'external'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Role in the conflict; `third-party` is drawn as a square, `shadow` with a broken outline. */
export const actorRoles = ['primary', 'secondary', 'third-party', 'shadow'] as const;
export type ActorRole = (typeof actorRoles)[number];

/** Lederach's three levels of leadership. */
export const levels = ['top', 'middle-range', 'grassroots'] as const;
export type Level = (typeof levels)[number];

export const tracks = ['1', '1.5', '2', '3'] as const;

/** Suggested sectors; the list is open. */
export const sectors = [
  'political',
  'military',
  'religious',
  'community',
  'business',
  'civil-society',
  'media',
  'academic',
  'youth',
  'women',
  'diaspora',
  'regional',
  'international',
] as const;

/** How power is expressed: over others, with others, or both. */
export const expressions = ['over', 'mixed', 'with'] as const;

/** How an actor belongs to those who hold the process; they are conveners like any other (P8). */
export const affiliations = ['team', 'team-member', 'funder'] as const;
export type Affiliation = (typeof affiliations)[number];

const coordinate = v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6));

/** Somebody with a part in the conflict or its settlement; the team and its funders are actors too (P8). */
export const actorType = defineRecord('actor', {
  name: requiredLine(160),
  kind: v.picklist(actorKinds),
  role: v.picklist(actorRoles),
  /** null: not known (P2). */
  level: v.nullable(v.picklist(levels)),
  track: v.nullable(v.picklist(tracks)),
  sector: line(80),
  interests: LongText,
  positions: LongText,
  needs: LongText,
  /** Their best alternative to talking. */
  alternative: LongText,
  /** Whom they can mobilise. */
  followers: LongText,
  expression: v.nullable(v.picklist(expressions)),
  /** null: does not belong to those who hold the process. */
  affiliation: v.nullable(v.picklist(affiliations)),
  /** The name that editions show. */
  pseudonym: line(160),
  notes: LongText,
  /** Centre on the map, in map units; null until placed. One value, so that a move is never halved. */
  at: v.nullable(v.object({ x: coordinate, y: coordinate })),
  /**
   * The actor that this one is part of, as a person is of an institution; null: of none. Read it through
   * `nestingOf`: two people who nest at once can make a circle.
   */
  within: v.nullable(Id),
  /**
   * Ids of actors that were merged into this one and taken off the board, as it was before there were
   * records of merges. Nothing writes it any more; `Board.heirs` reads both.
   */
  formerly: StringSet,
  /** What a file that they came from said besides, its id among it. */
  fields: OwnFields,
  order: OrderKey,
})({
  defaults: () => ({
    kind: 'group',
    role: 'primary',
    level: null,
    track: null,
    sector: '',
    interests: '',
    positions: '',
    needs: '',
    alternative: '',
    followers: '',
    expression: null,
    affiliation: null,
    pseudonym: '',
    notes: '',
    at: null,
    within: null,
    formerly: [],
    fields: {},
  }),
  kinds: {
    texts: ['interests', 'positions', 'needs', 'alternative', 'followers', 'notes'],
    sets: ['formerly'],
  },
  links: { within: { to: 'actor', onRemove: 'clear' } },
  migrations: [
    { to: 2, up: (actor) => ({ ...actor, affiliation: null }) },
    { to: 3, up: (actor) => ({ ...actor, within: null }) },
    { to: 4, up: (actor) => ({ ...actor, fields: {} }) },
    { to: 5, up: (actor) => ({ ...actor, formerly: [] }) },
  ],
});
