import type { ColumnTarget } from './participant-columns.ts';

/**
 * What lists call the fields of a participant, besides the fields' own names. Where one heading
 * stands under two targets, the earlier one has it.
 */
export const headings: readonly (readonly [
  Exclude<ColumnTarget, 'id' | 'ignore'>,
  readonly string[],
])[] = [
  [
    'name',
    [
      'full name',
      'participant',
      'participant name',
      'name of participant',
      'names',
      'person',
      'person name',
      'delegate',
      'delegate name',
      'member',
      'member name',
      'nominee',
      'invitee',
      'attendee',
      'name and surname',
      'first and last name',
    ],
  ],
  ['givenName', ['first name', 'firstname', 'forename', 'given names', 'first names']],
  ['familyName', ['last name', 'lastname', 'surname', 'family names', 'second name']],
  ['pseudonym', ['alias', 'code', 'code name', 'codename', 'cover name', 'shown as']],
  [
    'delegation',
    [
      'organisation',
      'organization',
      'org',
      'group',
      'representing',
      'represents',
      'affiliation',
      'institution',
      'constituency',
      'component',
      'delegation name',
    ],
  ],
  ['party', ['side', 'bloc', 'block', 'faction', 'political party', 'counted to']],
  ['actor', ['actor on the map', 'on the map as', 'map actor']],
  [
    'capacity',
    ['role', 'function', 'participant type', 'type of participant', 'attends as', 'acting as'],
  ],
  ['gender', ['sex', 'm f', 'f m', 'gender identity']],
  ['ageBand', ['age', 'age group', 'age range', 'age category', 'age bracket', 'ages']],
  ['region', ['area', 'province', 'governorate', 'district', 'location', 'home region', 'from']],
  ['sector', ['field', 'segment', 'sector of society']],
  ['level', ['level of leadership', 'leadership level', 'lederach level']],
  [
    'languages',
    ['language', 'speaks', 'languages spoken', 'spoken languages', 'working languages'],
  ],
  [
    'interpretation',
    [
      'interpretation need',
      'interpretation needs',
      'needs interpretation',
      'needs interpreter',
      'interpreter needed',
      'interpretation from',
      'interpretation language',
      'interpreter',
    ],
  ],
  [
    'accessNeeds',
    ['accessibility', 'accessibility needs', 'access', 'special needs', 'access requirements'],
  ],
  [
    'constraints',
    [
      'constraint',
      'travel',
      'travel constraints',
      'security constraints',
      'travel and security constraints',
      'barriers',
      'barrier',
    ],
  ],
  ['nominatedBy', ['nominator', 'nominating organisation', 'nominating body', 'proposed by']],
  ['riskLevel', ['risk', 'security risk', 'exposure']],
  ['consents', ['consent', 'consents to', 'consent given', 'agreed to be']],
  ['stage', ['status', 'state', 'invitation status', 'participation status', 'rsvp']],
  ['modality', ['mode', 'mode of participation', 'way of taking part', 'form of participation']],
  ['availability', ['available', 'available on', 'available days', 'days', 'dates', 'can come on']],
  ['notes', ['note', 'comment', 'comments', 'remark', 'remarks', 'observations']],
];
