import type * as v from 'valibot';
import { actorType } from './actor.ts';
import { agendaBlockType } from './agenda-block.ts';
import { agendaDayType } from './agenda-day.ts';
import { fundingType } from './funding.ts';
import { glossaryTermType } from './glossary-term.ts';
import { groundRuleType } from './ground-rule.ts';
import { inclusionTargetType } from './inclusion-target.ts';
import { informationNeedType } from './information-need.ts';
import { letterTemplateType } from './letter-template.ts';
import { mergeType } from './merge.ts';
import { observanceType } from './observance.ts';
import { parallelInitiativeType } from './parallel-initiative.ts';
import { participantType } from './participant.ts';
import { roomType } from './room.ts';
import { screeningCriterionType } from './screening-criterion.ts';
import { settingsType } from './settings.ts';
import { tieType } from './tie.ts';

/** The record types of a board. The key is also the name of the root `Y.Map` that holds them. */
export const boardRecordTypes = {
  actor: actorType,
  tie: tieType,
  participant: participantType,
  inclusionTarget: inclusionTargetType,
  agendaDay: agendaDayType,
  agendaBlock: agendaBlockType,
  informationNeed: informationNeedType,
  room: roomType,
  groundRule: groundRuleType,
  funding: fundingType,
  glossaryTerm: glossaryTermType,
  settings: settingsType,
  parallelInitiative: parallelInitiativeType,
  screeningCriterion: screeningCriterionType,
  letterTemplate: letterTemplateType,
  observance: observanceType,
  merge: mergeType,
} as const;

export type RecordName = keyof typeof boardRecordTypes;
export const recordNames = Object.keys(boardRecordTypes) as readonly RecordName[]; // the keys of a const object

/** A record as it is read: plain, validated, with its id. */
export type RecordOf<N extends RecordName> = N extends RecordName
  ? { readonly id: string } & Readonly<v.InferOutput<(typeof boardRecordTypes)[N]['schema']>>
  : never;

export type Actor = RecordOf<'actor'>;
export type Tie = RecordOf<'tie'>;
export type Participant = RecordOf<'participant'>;
export type InclusionTarget = RecordOf<'inclusionTarget'>;
export type AgendaDay = RecordOf<'agendaDay'>;
export type AgendaBlock = RecordOf<'agendaBlock'>;
export type InformationNeed = RecordOf<'informationNeed'>;
export type Room = RecordOf<'room'>;
export type GroundRule = RecordOf<'groundRule'>;
export type Funding = RecordOf<'funding'>;
export type GlossaryTerm = RecordOf<'glossaryTerm'>;
export type ParallelInitiative = RecordOf<'parallelInitiative'>;
export type ScreeningCriterion = RecordOf<'screeningCriterion'>;
export type LetterTemplate = RecordOf<'letterTemplate'>;
export type Observance = RecordOf<'observance'>;
export type Settings = RecordOf<'settings'>;
export type Merge = RecordOf<'merge'>;

export * from './actor.ts';
export * from './agenda-block.ts';
export * from './agenda-day.ts';
export * from './barriers.ts';
export * from './funding.ts';
export * from './ground-rule.ts';
export * from './inclusion-target.ts';
export * from './information-need.ts';
export * from './letter-template.ts';
export * from './merge.ts';
export * from './notation.ts';
export * from './parallel-initiative.ts';
export * from './observance.ts';
export * from './participant.ts';
export * from './process.ts';
export * from './room.ts';
export * from './screening-criterion.ts';
export * from './settings.ts';
export * from './stage-asks.ts';
export * from './tie.ts';
