import * as v from 'valibot';
import { Id, IsoDate } from '../../fields.ts';
import { defineEntry, paragraphs } from '../entry.ts';

/** The four kinds of power (domain.md, after B). They are never added up into one (P1). */
export const powerKinds = ['structural', 'relational', 'procedural', 'narrative'] as const;
export type PowerKind = (typeof powerKinds)[number];

/** What is assessed from 0 (none) to 4 (very much). */
const levelled = [...powerKinds, 'interest', 'legitimacy', 'urgency'] as const;

/** All that an actor is assessed by; `attitude` runs from −3 (opposed to the process) to 3 (champion). */
export const assessedKinds = [...levelled, 'attitude'] as const;

/**
 * What is read of an actor and one convener together, in blind rounds. Always two figures (P7); outside of
 * rounds they are part of a convening link, which says by which source of power besides.
 */
export const reachKinds = ['access', 'influence'] as const;
export type ReachKind = (typeof reachKinds)[number];

/** All that a blind round can ask about. */
export const ratedKinds = [...assessedKinds, ...reachKinds] as const;
export type AssessedKind = (typeof ratedKinds)[number];

export const isReachKind = (kind: string): kind is ReachKind =>
  reachKinds.some((one) => one === kind);

export const confidences = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof confidences)[number];

/** What an assessment rests on. */
export const bases = ['observed', 'party-said', 'third-party', 'document', 'inferred'] as const;
export type Basis = (typeof bases)[number];

const between = (least: number, most: number) =>
  v.nullable(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)));

/** 0 (none) to 4 (very much); null: looked at, and not known (P2). */
export const AssessedLevel = between(0, 4);

/** What is read of an actor, and where on its scale; null: looked at, and not known (P2). */
const Reading = v.variant('of', [
  v.object({ of: v.picklist([...levelled, ...reachKinds]), level: AssessedLevel }),
  v.object({ of: v.literal('attitude'), level: between(-3, 3) }),
]);
export type Reading = v.InferOutput<typeof Reading>;

/** The ends of a scale, both included. */
export const scaleOf = (kind: AssessedKind): { readonly least: number; readonly most: number } =>
  kind === 'attitude' ? { least: -3, most: 3 } : { least: 0, most: 4 };

/**
 * Stands for one assessor who is not named, in what is assessed of one thing only: nothing tells that
 * two voices belong to the same person. null where the assessor is named.
 */
export const Voice = v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)));

/** One person's reading of one actor by one kind (P1). A later one of theirs supersedes it, and erases nothing. */
export const assessmentEntry = defineEntry('assessment', {
  subject: Id,
  reading: Reading,
  /** The convener whose access or influence is read; of all other kinds there is none. */
  convener: v.optional(v.nullable(Id)),
  confidence: v.picklist(confidences),
  basis: v.picklist(bases),
  rationale: paragraphs(4_000),
  /** Another way to read the same signs: asked for where the basis is inferred (misdiagnosis, B). */
  alternative: paragraphs(4_000),
  /** The day for which it holds. */
  asOf: IsoDate,
  /** The blind round in which it was given. */
  round: v.nullable(Id),
  voice: Voice,
});

/** Whether another way to read the same signs is asked for: an inference can be a misdiagnosis (B). */
export const asksForAlternative = ({
  basis,
  level,
}: {
  readonly basis: Basis;
  readonly level: number | null;
}): boolean => basis === 'inferred' && level !== null;
