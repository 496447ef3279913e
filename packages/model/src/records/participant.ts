import * as v from 'valibot';
import { Id, IsoDate, line, LongText, OrderKey, StringSet } from '../fields.ts';
import { defineRecord } from '../record-type.ts';
import { levels } from './actor.ts';

export const participantCapacities = [
  'representative',
  'influential-individual',
  'expert',
  'observer',
  'support',
  'interpreter',
] as const;

/** `undisclosed` is a value of its own: never counted as one of the others (P2). */
export const genders = ['woman', 'man', 'non-binary', 'undisclosed'] as const;
export const ageBands = ['youth', '36-55', '56-plus', 'undisclosed'] as const;

export const stages = [
  'longlisted',
  'screened',
  'nominated',
  'invited',
  'confirmed',
  'attended',
  'declined',
  'withdrawn',
  'excluded',
] as const;
export type Stage = (typeof stages)[number];

/** The stages of those who are still in the running, from the first to the last. */
export const stagesOnTheWay = [
  'longlisted',
  'screened',
  'nominated',
  'invited',
  'confirmed',
  'attended',
] as const satisfies readonly Stage[];
export type StageOnTheWay = (typeof stagesOnTheWay)[number];

export const modalities = [
  'direct-representation',
  'observer',
  'consultation',
  'commission',
  'problem-solving-workshop',
  'public-forum',
] as const;

export const consents = ['named', 'photographed', 'recorded', 'quoted', 'contacted'] as const;
export const riskLevels = ['low', 'medium', 'high'] as const;

/** Fields that a process switches on one by one; the others exist in every process. */
export const optionalParticipantFields = [
  'gender',
  'ageBand',
  'region',
  'sector',
  'level',
  'languages',
  'interpretation',
  'accessNeeds',
  'constraints',
  'nominatedBy',
  'riskLevel',
  'consents',
  'modality',
  'availability',
] as const;
export type OptionalParticipantField = (typeof optionalParticipantFields)[number];

/** What is known of somebody and a day. A day of which nothing is said is not known: never a no (P2). */
export const availabilities = ['yes', 'no'] as const;
export type Availability = (typeof availabilities)[number];

/** Days of one person of which something can be said. */
const mostDays = 400;

/** Somebody who may sit at the table. At least one of name and pseudonym is given. */
export const participantType = defineRecord('participant', {
  name: line(160),
  pseudonym: line(160),
  /** The actor that this person is, where they are on the map themselves. */
  actor: v.nullable(Id),
  /** The actor whose delegation they sit in. */
  delegation: v.nullable(Id),
  /** The side they are counted to, where it is not the delegation's name. */
  party: line(160),
  capacity: v.picklist(participantCapacities),
  gender: v.picklist(genders),
  ageBand: v.picklist(ageBands),
  region: line(120),
  sector: line(80),
  level: v.nullable(v.picklist(levels)),
  languages: StringSet,
  /** Languages that they need interpreted. */
  interpretation: StringSet,
  accessNeeds: LongText,
  /** Travel and security constraints. */
  constraints: LongText,
  nominatedBy: line(160),
  riskLevel: v.nullable(v.picklist(riskLevels)),
  consents: StringSet,
  stage: v.picklist(stages),
  modality: v.nullable(v.picklist(modalities)),
  /** Custom attributes of the process: attribute id → value id. */
  attributes: v.record(v.string(), v.pipe(v.string(), v.maxLength(64))),
  /** Day → whether they can come on it. */
  availability: v.pipe(
    v.record(IsoDate, v.picklist(availabilities)),
    v.check((days) => Object.keys(days).length <= mostDays, 'are too many'),
  ),
  /** What the days alone do not say: `from noon`, `after the harvest`. */
  availabilityNote: line(300),
  notes: LongText,
  order: OrderKey,
})({
  defaults: () => ({
    name: '',
    pseudonym: '',
    actor: null,
    delegation: null,
    party: '',
    capacity: 'representative',
    gender: 'undisclosed',
    ageBand: 'undisclosed',
    region: '',
    sector: '',
    level: null,
    languages: [],
    interpretation: [],
    accessNeeds: '',
    constraints: '',
    nominatedBy: '',
    riskLevel: null,
    consents: [],
    stage: 'longlisted',
    modality: null,
    attributes: {},
    availability: {},
    availabilityNote: '',
    notes: '',
  }),
  kinds: {
    texts: ['accessNeeds', 'constraints', 'notes'],
    sets: ['languages', 'interpretation', 'consents'],
    maps: ['attributes', 'availability'],
    late: ['availability'],
  },
  links: {
    actor: { to: 'actor', onRemove: 'clear' },
    delegation: { to: 'actor', onRemove: 'clear' },
  },
});
