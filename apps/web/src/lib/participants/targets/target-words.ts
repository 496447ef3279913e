import {
  conditionsOf,
  type AssessedGroup,
  type AssessedTime,
  type CountedAs,
  type Figures,
  type InclusionTarget,
  type Settings,
  type TargetVerdict,
} from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { perLanguage } from '#lib/words/language.ts';
import { stageWords } from '../participant-words.ts';
import { minutesOf } from '../sessions/minutes.ts';
import { attributeWords, valueWord } from './attribute-words.ts';

type Attributes = Settings['attributes'];

const percents = perLanguage(
  (language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }),
);
const counts = perLanguage((language) => new Intl.NumberFormat(language));
const choices = perLanguage((language) => new Intl.ListFormat(language, { type: 'disjunction' }));
const dates = perLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);

/** `29.4%`, at most one decimal. @param share 0–1 */
export const percent = (share: number): string => percents().format(share);

/** `youth or 36–55`. */
export const choice = (words: readonly string[]): string => choices().format(words);

export const count = (people: number): string => counts().format(people);

/** What the target asks for, as it stands in a sentence: `women`, `youth or 36–55`. */
export function subjectOf(
  target: Pick<InclusionTarget, 'attribute' | 'values' | 'also'>,
  attributes: Attributes,
): string {
  return conditionsOf(target)
    .map(({ attribute, values }) =>
      values.length === 0
        ? attributeWords(attribute, attributes).label
        : choice(values.map((value) => valueWord(attribute, value, attributes))),
    )
    .reduce((subject, also) => m.targets_and_also({ subject, also }));
}

/**
 * What a card says: the target's own label, or one made up: `Women ≥ 30%`.
 * @param place what the one delegation or session is called that it is about
 */
export function targetLabel(
  target: InclusionTarget,
  attributes: Attributes,
  place: string,
): string {
  if (target.label.trim() !== '') return target.label;
  const { amount, comparison, scope } = target;
  const how =
    amount.unit === 'share'
      ? percent(amount.share)
      : scope === 'speaking-time'
        ? m.targets_minutes({ minutes: count(amount.count) })
        : count(amount.count);
  const text = `${subjectOf(target, attributes)} ${comparison === 'at-least' ? '≥' : '≤'} ${how}`;
  switch (scope) {
    case 'process':
      return capitalised(text);
    case 'stage':
      return m.targets_label_stage({
        text: capitalised(text),
        stage: stageWords[target.stage](),
      });
    case 'delegation':
      return target.only === null
        ? m.participants_target_each_delegation({ text })
        : m.inclusion_label_only({ place, text });
    case 'session':
      return target.only === null
        ? m.participants_target_each_session({ text })
        : m.inclusion_label_only({ place, text });
    case 'speaking-time':
      return m.targets_label_time({ text });
    case 'speaking-roles':
      return m.participants_target_speaking({ text });
  }
}

/** What a share is a share of (P6): `of 24 confirmed`. */
function denominatorWords(counted: CountedAs, denominator: number): string {
  const people = count(denominator);
  switch (counted) {
    case 'invited':
      return m.participants_of_invited({ people });
    case 'confirmed':
      return m.participants_of_confirmed({ people });
    case 'attended':
      return m.participants_of_attended({ people });
    case 'seats':
      return m.targets_of_seats({ seats: people });
  }
}

/** The same within a sentence: `among 24 confirmed`. */
export function amongWords(counted: CountedAs, denominator: number): string {
  const people = count(denominator);
  switch (counted) {
    case 'invited':
      return m.participants_among_invited({ people });
    case 'confirmed':
      return m.participants_among_confirmed({ people });
    case 'attended':
      return m.participants_among_attended({ people });
    case 'seats':
      return m.targets_among_seats({ seats: people });
  }
}

/** `6 of 24 confirmed · 25%`. */
function shareWords({ count: known, denominator, share }: Figures, counted: CountedAs): string {
  return withShare(`${count(known)} ${denominatorWords(counted, denominator)}`, share);
}

const withShare = (of: string, share: number | null): string =>
  share === null ? of : `${of} · ${percent(share)}`;

/** `6 of 24 confirmed · 25% · 1 undisclosed`: unknowns are said, never counted as anything (P2). */
export function figuresWords(
  figures: Figures,
  counted: CountedAs,
  target: Pick<InclusionTarget, 'attribute'>,
): string {
  const share = shareWords(figures, counted);
  return figures.unknowns === 0 ? share : `${share} · ${unknownWords(figures.unknowns, target)}`;
}

/** Of the speaking roles those that count; empty where nobody has one. */
export function rolesWords({ count: known, denominator, share }: Figures): string {
  if (denominator === 0) return '';
  const roles = m.targets_of_speaking({ roles: count(denominator) });
  return withShare(`${count(known)} ${roles}`, share);
}

/** Of the minutes on record those that count; empty where there are none. */
export function timeWords({ count: known, denominator, share }: Figures): string {
  if (denominator === 0) return '';
  return withShare(
    m.targets_of_time({ part: minutesOf(known), whole: minutesOf(denominator) }),
    share,
  );
}

/**
 * The numbers on a card: people for the process, rows that hold where each row must. Nothing is
 * counted of a target that does not say yet what counts.
 */
export function cardFigures(assessed: TargetVerdict): string {
  if (assessed.reason === 'no-values') return '';
  switch (assessed.scope) {
    case 'process':
      return shareWords(assessed, assessed.counted);
    case 'delegation':
      return m.participants_delegations_met({ met: count(assessed.met), count: assessed.total });
    case 'session':
      return m.participants_sessions_met({ met: count(assessed.met), count: assessed.total });
    case 'speaking-roles':
      return rolesWords(assessed);
    case 'speaking-time':
      return timeWords(assessed);
    case 'stage': {
      const { count: known, denominator, share } = assessed;
      const people = m.targets_of_stage({ people: count(denominator) });
      return withShare(`${count(known)} ${people}`, share);
    }
  }
}

export function unknownWords(
  unknowns: number,
  { attribute }: Pick<InclusionTarget, 'attribute'>,
): string {
  return attribute === 'gender' || attribute === 'ageBand'
    ? m.participants_undisclosed_count({ people: count(unknowns) })
    : m.participants_unknown_count({ people: count(unknowns) });
}

/** How far a group is from what is asked: `2 short of 8`, `3 more than 5`. */
function shortfallWords(
  target: Pick<InclusionTarget, 'comparison'>,
  { shortfall, needed }: Pick<Figures, 'shortfall' | 'needed'>,
): string {
  const values = { people: count(shortfall), needed: count(needed) };
  return target.comparison === 'at-least'
    ? m.participants_short_of(values)
    : m.participants_over(values);
}

/** The verdict in words, for the card. */
export function verdictWords(target: InclusionTarget, assessed: TargetVerdict): string {
  // A session at zero is said even where all speaking roles, or all time, together hold (P6).
  const isOfSpeaking = assessed.scope === 'speaking-roles' || assessed.scope === 'speaking-time';
  if (isOfSpeaking && assessed.zeros.length > 0) {
    return m.participants_sessions_at_zero({ count: assessed.zeros.length });
  }
  if (assessed.verdict === 'met') return m.participants_verdict_met();
  switch (assessed.scope) {
    case 'process':
    case 'stage':
      return groupVerdictWords(target, assessed, assessed.counted);
    case 'delegation':
      if (assessed.zeros.length > 0) {
        return m.participants_delegations_at_zero({ count: assessed.zeros.length });
      }
      if (assessed.total === 0) return m.participants_verdict_no_delegations();
      break;
    case 'session':
      if (assessed.zeros.length > 0) {
        return m.participants_sessions_at_zero({ count: assessed.zeros.length });
      }
      if (assessed.total === 0) return m.participants_verdict_no_sessions();
      break;
    case 'speaking-roles':
      return groupVerdictWords(target, assessed, assessed.counted);
    case 'speaking-time':
      return timeVerdictWords(target, assessed);
  }
  if (assessed.reason === 'no-values') return m.participants_verdict_no_values();
  const open = assessed.total - assessed.met;
  switch (assessed.verdict) {
    case 'missed':
      return m.participants_rows_missed({ count: open });
    case 'at-risk':
      return m.participants_rows_at_risk({ count: open });
    case 'cannot-tell':
      return m.participants_rows_cannot_tell({ count: open });
  }
}

/** The verdict on one group of people: the process, a delegation, a session. */
export function groupVerdictWords(
  target: InclusionTarget,
  group: AssessedGroup,
  counted: CountedAs,
): string {
  switch (group.reason) {
    case 'no-values':
      return m.participants_verdict_no_values();
    case 'nobody-counted':
      return nobodyWords(counted);
    case 'no-seats':
      return m.targets_no_seats();
    case 'no-speaking-roles':
      return m.participants_verdict_no_speaking_roles();
    case 'unknowns-decide':
      return m.participants_verdict_unknown({ unknowns: unknownWords(group.unknowns, target) });
    case 'may-not-last':
      return m.participants_verdict_may_not_last();
    case 'may-be-closed':
      return m.participants_verdict_may_be_closed({ shortfall: shortfallWords(target, group) });
    default:
      return group.verdict === 'met' ? m.participants_verdict_met() : shortfallWords(target, group);
  }
}

/** The verdict on time, in minutes. */
function timeVerdictWords(
  { comparison }: Pick<InclusionTarget, 'comparison'>,
  { reason, unknowns, shortfall, needed }: AssessedTime,
): string {
  if (reason === 'no-values') return m.participants_verdict_no_values();
  if (reason === 'no-speaking-time') return m.targets_no_time();
  if (reason === 'unknowns-decide') return m.targets_time_unknown({ minutes: minutesOf(unknowns) });
  const minutes = { minutes: minutesOf(shortfall), needed: minutesOf(needed) };
  return comparison === 'at-least' ? m.targets_time_short(minutes) : m.targets_time_over(minutes);
}

function nobodyWords(counted: CountedAs): string {
  switch (counted) {
    case 'invited':
      return m.participants_nobody_invited();
    case 'confirmed':
      return m.participants_nobody_confirmed();
    case 'attended':
      return m.participants_nobody_attended();
    case 'seats':
      return m.targets_no_seats();
  }
}

/** `28 Nov 2012`. @param date `YYYY-MM-DD` */
export const dateWords = (date: string): string => dates().format(new Date(`${date}T00:00:00Z`));

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
