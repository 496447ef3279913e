import type * as v from 'valibot';
import { actorProposalEntry, proposalSettledEntry } from './actor-proposal.ts';
import {
  itemAnsweredEntry,
  itemProposedEntry,
  itemSettledEntry,
  itemsOrderedEntry,
} from './agenda-item.ts';
import { assessmentEntry } from './assessment.ts';
import { attendanceEntry } from './attendance.ts';
import { ballotEntry } from './ballot.ts';
import { checkAcceptedEntry, checkReopenedEntry } from './check-accepted.ts';
import { commentEntry } from './comment.ts';
import { conveningLinkEntry } from './convening-link.ts';
import { decisionEntry, decisionObservedEntry, decisionWithdrawnEntry } from './decision.ts';
import { engagementEntry } from './engagement.ts';
import { fundamentalAnsweredEntry } from './fundamental-answered.ts';
import {
  interventionPlannedEntry,
  interventionStepEntry,
  interventionStepStruckEntry,
} from './intervention.ts';
import { invitationReplyEntry, invitationSentEntry } from './invitation.ts';
import { nextStepStateEntry } from './next-step-state.ts';
import { roundCancelledEntry } from './round-cancelled.ts';
import { roundOpenedEntry } from './round-opened.ts';
import { roundRevealedEntry } from './round-revealed.ts';
import {
  criteriaLockedEntry,
  criteriaUnlockedEntry,
  screeningCancelledEntry,
  screeningNoteEntry,
  screeningOpenedEntry,
  screeningRevealedEntry,
  screeningScoreEntry,
} from './screening.ts';
import { speakingTimeEntry } from './speaking-time.ts';
import { stageChangeEntry } from './stage-change.ts';
import { threadStateEntry } from './thread-state.ts';
import { voteClosedEntry } from './vote-closed.ts';
import { voteOpenedEntry } from './vote-opened.ts';

/** Every kind of entry that a ledger holds. */
export const ledgerEntries = {
  comment: commentEntry,
  'thread-state': threadStateEntry,
  'vote-opened': voteOpenedEntry,
  ballot: ballotEntry,
  'vote-closed': voteClosedEntry,
  decision: decisionEntry,
  'stage-change': stageChangeEntry,
  assessment: assessmentEntry,
  engagement: engagementEntry,
  'next-step-state': nextStepStateEntry,
  'actor-proposal': actorProposalEntry,
  'proposal-settled': proposalSettledEntry,
  'convening-link': conveningLinkEntry,
  'round-opened': roundOpenedEntry,
  'round-revealed': roundRevealedEntry,
  'round-cancelled': roundCancelledEntry,
  attendance: attendanceEntry,
  'speaking-time': speakingTimeEntry,
  'invitation-sent': invitationSentEntry,
  'invitation-reply': invitationReplyEntry,
  'criteria-locked': criteriaLockedEntry,
  'criteria-unlocked': criteriaUnlockedEntry,
  'screening-opened': screeningOpenedEntry,
  'screening-score': screeningScoreEntry,
  'screening-revealed': screeningRevealedEntry,
  'screening-cancelled': screeningCancelledEntry,
  'screening-note': screeningNoteEntry,
  'item-proposed': itemProposedEntry,
  'item-answered': itemAnsweredEntry,
  'item-settled': itemSettledEntry,
  'items-ordered': itemsOrderedEntry,
  'check-accepted': checkAcceptedEntry,
  'check-reopened': checkReopenedEntry,
  'intervention-planned': interventionPlannedEntry,
  'intervention-step': interventionStepEntry,
  'intervention-step-struck': interventionStepStruckEntry,
  'fundamental-answered': fundamentalAnsweredEntry,
  'decision-observed': decisionObservedEntry,
  'decision-withdrawn': decisionWithdrawnEntry,
} as const;

export type EntryKind = keyof typeof ledgerEntries;
export const entryKinds = Object.keys(ledgerEntries) as readonly EntryKind[]; // the keys of a const object

/** The fields of a kind, without what the server stamps. */
export type EntryFields<K extends EntryKind> = v.InferOutput<(typeof ledgerEntries)[K]['fields']>;

/** An entry as it is read: plain, validated, with its id. */
export type EntryOf<K extends EntryKind> = K extends EntryKind
  ? { readonly id: string } & Readonly<v.InferOutput<(typeof ledgerEntries)[K]['schema']>>
  : never;

export * from './actor-proposal.ts';
export * from './agenda-item.ts';
export * from './assessment.ts';
export * from './attendance.ts';
export * from './ballot.ts';
export * from './check-accepted.ts';
export * from './comment.ts';
export * from './convening-link.ts';
export * from './decision.ts';
export * from './engagement.ts';
export * from './fundamental-answered.ts';
export * from './intervention.ts';
export * from './invitation.ts';
export * from './next-step-state.ts';
export * from './round-cancelled.ts';
export * from './round-opened.ts';
export * from './round-revealed.ts';
export * from './screening.ts';
export * from './speaking-time.ts';
export * from './stage-change.ts';
export * from './thread-state.ts';
export * from './vote-closed.ts';
export * from './vote-opened.ts';
