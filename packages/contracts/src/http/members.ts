import * as v from 'valibot';
import { capabilities, roles } from '../roles.ts';
import { Person } from './accounts.ts';

export const Member = v.object({
  person: Person,
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
  /** Milliseconds since 1970 (UTC). */
  since: v.number(),
  /** What a guest chose to read in (BCP 47); empty where nobody chose. */
  language: v.string(),
});
export type Member = v.InferOutput<typeof Member>;

/** Somebody of another space of the process that the asker shares with them. */
export const Candidate = v.object({
  person: Person,
  role: v.picklist(roles),
  language: v.string(),
});
export type Candidate = v.InferOutput<typeof Candidate>;
export const CandidatesAnswer = v.object({ candidates: v.array(Candidate) });

export const AddMemberRequest = v.strictObject({
  personId: v.pipe(v.string(), v.maxLength(64)),
  capability: v.picklist(capabilities),
});

/** What is left out stays as it is. */
export const ChangeMemberRequest = v.strictObject({
  /** Holds in every space of the process where the asker may change it (docs/decisions, roles). */
  role: v.optional(v.picklist(roles)),
  /** Holds in this space alone. */
  capability: v.optional(v.picklist(capabilities)),
});
