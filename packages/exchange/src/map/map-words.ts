import {
  actorKinds,
  actorRoles,
  affiliations,
  expressions,
  levels,
  sectors,
  tieKinds,
  tracks,
  type ActorKind,
  type TieKind,
} from '@parley/model';
import { foldTerm } from '../fold.ts';
import { directions, strengths } from './chosen-words.ts';

/** Value → other words that maps have for it, folded; the value's own name is always understood. */
type Words<Value extends string> = Readonly<Partial<Record<Value, readonly string[]>>>;

function reader<Value extends string>(values: readonly Value[], words?: Words<Value>) {
  const known = new Map<string, Value>(values.map((value) => [foldTerm(value), value]));
  for (const value of values) {
    for (const word of words?.[value] ?? []) if (!known.has(word)) known.set(word, value);
  }
  return (text: string): Value | null => known.get(foldTerm(text)) ?? null;
}

const kinds: Words<ActorKind> = {
  person: ['individual', 'people', 'human'],
  group: ['movement', 'community', 'network', 'coalition'],
  institution: ['organisation', 'organization', 'ministry', 'agency', 'company', 'ngo', 'party'],
  'armed-actor': ['armed group', 'militia', 'army'],
  external: ['foreign state', 'external actor', 'donor'],
};

const ties: Words<TieKind> = {
  alliance: ['ally', 'allies', 'allied'],
  close: ['close relation', 'close tie', 'strong tie'],
  informal: ['informal tie', 'intermittent', 'weak tie'],
  influence: ['influences', 'power over'],
  conflict: ['dispute', 'conflict with', 'opposes', 'enemy', 'rivalry'],
  broken: ['broken tie', 'broken off', 'severed'],
  funding: ['funds', 'funder', 'finances', 'donor'],
  'family-or-clan': ['family', 'clan', 'kinship', 'kin'],
  command: ['commands', 'reports to', 'chain of command'],
};

/** The value that a cell means; null when it is not understood. */
export const mapWords = {
  kind: reader(actorKinds, kinds),
  role: reader(actorRoles, { 'third-party': ['mediator', 'third'], shadow: ['hidden', 'spoiler'] }),
  level: reader(levels, {
    top: ['top level', 'elite', '1'],
    'middle-range': ['middle', 'mid', 'middle level', '2'],
    grassroots: ['grass roots', 'local', '3'],
  }),
  track: (text: string) =>
    tracks.find((track) => track === text.replace(/^\s*track\s*/i, '').trim()) ?? null,
  sector: reader(sectors),
  affiliation: reader(affiliations, { team: ['the team'], funder: ['donor'] }),
  expression: reader(expressions, {
    over: ['power over'],
    with: ['power with'],
    mixed: ['both'],
  }),
  tieKind: reader(tieKinds, ties),
  direction: reader(directions, {
    directed: ['yes', 'true', '1', 'one way', 'unidirectional'],
    undirected: ['no', 'false', '0', 'none'],
    mutual: ['both', 'both ways', 'two way', 'bidirectional'],
  }),
  strength: reader(strengths, {
    '1': ['weak'],
    '2': ['medium', 'moderate'],
    '3': ['strong'],
  }),
} as const;

/**
 * The kind of tie that a word means: what the process itself calls a kind comes first.
 * @param labels kind → what the legend of this process calls it
 */
export function tieKindOf(text: string, labels: Readonly<Record<string, string>>): TieKind | null {
  const folded = foldTerm(text);
  if (folded === '') return null;
  const own = tieKinds.find((kind) => foldTerm(labels[kind] ?? '') === folded);
  return own ?? mapWords.tieKind(text);
}
