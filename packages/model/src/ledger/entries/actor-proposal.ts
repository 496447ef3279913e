import * as v from 'valibot';
import { Id, requiredLine } from '../../fields.ts';
import { defineEntry, paragraphs } from '../entry.ts';

/** A card that answers "who matters here?": somebody who may belong on the map. */
export const actorProposalEntry = defineEntry('actor-proposal', {
  name: requiredLine(160),
  /** Why they matter, in the words of who proposed them. */
  why: paragraphs(1_000),
});

/** What became of a card: it stands on the map, was found to be somebody there, or is put aside. */
export const proposalOutcomes = ['placed', 'merged', 'set-aside', 'open'] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

/** Somebody settled a card, or took it up again (`open`). A later one takes its place. */
export const proposalSettledEntry = defineEntry('proposal-settled', {
  proposal: Id,
  outcome: v.picklist(proposalOutcomes),
  /** The actor that the card became or was found to be; null where it is none. */
  actor: v.nullable(Id),
});
