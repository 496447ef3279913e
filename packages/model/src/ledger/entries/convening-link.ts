import * as v from 'valibot';
import { Id, IsoDate } from '../../fields.ts';
import { defineEntry, paragraphs } from '../entry.ts';
import { AssessedLevel, Voice } from './assessment.ts';

/** Where the power to convene comes from (H §1). */
export const conveningSources = [
  'hard',
  'soft-reputation',
  'soft-resources',
  'referent',
  'normative',
] as const;
export type ConveningSource = (typeof conveningSources)[number];

/**
 * What one person says of the power of one actor to bring another to the table, by one source. A later
 * statement of theirs about the same three supersedes it, and erases nothing.
 */
export const conveningLinkEntry = defineEntry('convening-link', {
  convener: Id,
  party: Id,
  source: v.picklist(conveningSources),
  /** How much the party values the relationship. */
  relationshipValued: AssessedLevel,
  /** Access and influence are always two figures (P7). */
  access: AssessedLevel,
  influence: AssessedLevel,
  rationale: paragraphs(4_000),
  /** The day for which it holds. */
  asOf: IsoDate,
  voice: Voice,
});
