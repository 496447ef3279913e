import type { Fundamental, QuestionCode } from '@parley/model/guidance';
import type { BoardName } from '#lib/frame/boards.ts';
import { m } from '#lib/paraglide/messages.js';

/** What a question can say, in words already. */
export interface Said {
  /** The first that it is about, and the second. */
  readonly name: string;
  readonly second: string;
  /** Those that it names besides. */
  readonly names: string;
  readonly date: string;
  readonly count: number;
  readonly of: number;
}

/** Where one looks: a board, and the view that its address names. */
interface Look {
  readonly board: BoardName;
  readonly view: string;
  readonly words: () => string;
}

interface QuestionWords {
  readonly question: (said: Said) => string;
  readonly rests: (said: Said) => string;
  readonly look: Look;
}

const look = (board: BoardName, view: string, words: () => string): Look => ({
  ...{ board, view, words },
});
const map = look('actors', 'network', m.board_actors);
const convening = look('actors', 'convening', m.fundamentals_at_convening);
const levels = look('actors', 'levels', m.fundamentals_at_levels);
const engagement = look('actors', 'engagement', m.engage_view);
const people = look('participants', 'table', m.board_participants);
const sessions = look('participants', 'sessions', m.fundamentals_at_sessions);
const agenda = look('agenda', 'days', m.board_agenda);
const log = look('process', 'log', m.process_view_log);
const proposals = look('process', 'proposals', m.process_view_proposals);
const information = look('process', 'information', m.process_view_information);
const funding = look('process', 'funding', m.process_view_funding);
const even = look('process', 'interventions', m.process_view_interventions);

/** Every question in words, and where one looks: a row is all that a new one takes here. */
export const questionWords: Readonly<Record<QuestionCode, QuestionWords>> = {
  'reach-unsaid': {
    question: m.fundamentals_q_reach_unsaid,
    rests: m.fundamentals_r_reach_unsaid,
    look: convening,
  },
  'not-covered': {
    question: m.fundamentals_q_not_covered,
    rests: m.fundamentals_r_not_covered,
    look: convening,
  },
  'not-read': {
    question: m.fundamentals_q_not_read,
    rests: m.fundamentals_r_not_read,
    look: map,
  },
  'read-by-one': {
    question: m.fundamentals_q_read_by_one,
    rests: m.fundamentals_r_read_by_one,
    look: map,
  },
  'late-steps': {
    question: m.fundamentals_q_late_steps,
    rests: m.fundamentals_r_late_steps,
    look: engagement,
  },
  'no-lead': {
    question: m.fundamentals_q_no_lead,
    rests: m.fundamentals_r_no_lead,
    look: agenda,
  },
  'no-purpose-said': {
    question: m.fundamentals_q_no_purpose_said,
    rests: m.fundamentals_r_no_purpose_said,
    look: agenda,
  },
  'never-spoken': {
    question: m.fundamentals_q_never_spoken,
    rests: m.fundamentals_r_never_spoken,
    look: engagement,
  },
  quiet: {
    question: m.fundamentals_q_quiet,
    rests: m.fundamentals_r_quiet,
    look: engagement,
  },
  'consent-not-asked': {
    question: m.fundamentals_q_consent_not_asked,
    rests: m.fundamentals_r_consent_not_asked,
    look: even,
  },
  'against-consent': {
    question: m.fundamentals_q_against_consent,
    rests: m.fundamentals_r_against_consent,
    look: even,
  },
  'consent-unanswered': {
    question: m.fundamentals_q_consent_unanswered,
    rests: m.fundamentals_r_consent_unanswered,
    look: even,
  },
  'rule-not-agreed': {
    question: m.fundamentals_q_rule_not_agreed,
    rests: m.fundamentals_r_rule_not_agreed,
    look: agenda,
  },
  'items-unanswered': {
    question: m.fundamentals_q_items_unanswered,
    rests: m.fundamentals_r_items_unanswered,
    look: proposals,
  },
  'offered-to-one': {
    question: m.fundamentals_q_offered_to_one,
    rests: m.fundamentals_r_offered_to_one,
    look: even,
  },
  'not-offered': {
    question: m.fundamentals_q_not_offered,
    rests: m.fundamentals_r_not_offered,
    look: even,
  },
  'no-purpose': {
    question: m.fundamentals_q_no_purpose,
    rests: m.fundamentals_r_no_purpose,
    look: even,
  },
  'nobody-judged': {
    question: m.fundamentals_q_nobody_judged,
    rests: m.fundamentals_r_nobody_judged,
    look: even,
  },
  'information-uneven': {
    question: m.fundamentals_q_information_uneven,
    rests: m.fundamentals_r_information_uneven,
    look: information,
  },
  'party-pays': {
    question: m.fundamentals_q_party_pays,
    rests: m.fundamentals_r_party_pays,
    look: funding,
  },
  'funding-undisclosed': {
    question: m.fundamentals_q_funding_undisclosed,
    rests: m.fundamentals_r_funding_undisclosed,
    look: funding,
  },
  'no-principle': {
    question: m.fundamentals_q_no_principle,
    rests: m.fundamentals_r_no_principle,
    look: log,
  },
  'nobody-consulted': {
    question: m.fundamentals_q_nobody_consulted,
    rests: m.fundamentals_r_nobody_consulted,
    look: log,
  },
  'caucus-uneven': {
    question: m.fundamentals_q_caucus_uneven,
    rests: m.fundamentals_r_caucus_uneven,
    look: agenda,
  },
  'target-missed': {
    question: m.fundamentals_q_target_missed,
    rests: m.fundamentals_r_target_missed,
    look: people,
  },
  'target-open': {
    question: m.fundamentals_q_target_open,
    rests: m.fundamentals_r_target_open,
    look: people,
  },
  'session-zero': {
    question: m.fundamentals_q_session_zero,
    rests: m.fundamentals_r_session_zero,
    look: sessions,
  },
  'nobody-of': {
    question: m.fundamentals_q_nobody_of,
    rests: m.fundamentals_r_nobody_of,
    look: people,
  },
  'why-not-asked': {
    question: m.fundamentals_q_why_not_asked,
    rests: m.fundamentals_r_why_not_asked,
    look: people,
  },
  'party-absent': {
    question: m.fundamentals_q_party_absent,
    rests: m.fundamentals_r_party_absent,
    look: sessions,
  },
  'level-missing': {
    question: m.fundamentals_q_level_missing,
    rests: m.fundamentals_r_level_missing,
    look: levels,
  },
  'agenda-by-few': {
    question: m.fundamentals_q_agenda_by_few,
    rests: m.fundamentals_r_agenda_by_few,
    look: proposals,
  },
  'agenda-by-team': {
    question: m.fundamentals_q_agenda_by_team,
    rests: m.fundamentals_r_agenda_by_team,
    look: proposals,
  },
  'target-unsigned': {
    question: m.fundamentals_q_target_unsigned,
    rests: m.fundamentals_r_target_unsigned,
    look: people,
  },
  'no-rule': {
    question: m.fundamentals_q_no_rule,
    rests: m.fundamentals_r_no_rule,
    look: agenda,
  },
  'consents-unsaid': {
    question: m.fundamentals_q_consents_unsaid,
    rests: m.fundamentals_r_consents_unsaid,
    look: people,
  },
  'risk-unsaid': {
    question: m.fundamentals_q_risk_unsaid,
    rests: m.fundamentals_r_risk_unsaid,
    look: people,
  },
  'minutes-and-rule': {
    question: m.fundamentals_q_minutes_and_rule,
    rests: m.fundamentals_r_minutes_and_rule,
    look: agenda,
  },
  saturated: {
    question: m.fundamentals_q_saturated,
    rests: m.fundamentals_r_saturated,
    look: convening,
  },
  'initiative-silent': {
    question: m.fundamentals_q_initiative_silent,
    rests: m.fundamentals_r_initiative_silent,
    look: convening,
  },
  'team-not-mapped': {
    question: m.fundamentals_q_team_not_mapped,
    rests: m.fundamentals_r_team_not_mapped,
    look: map,
  },
  'funder-not-mapped': {
    question: m.fundamentals_q_funder_not_mapped,
    rests: m.fundamentals_r_funder_not_mapped,
    look: map,
  },
  'information-missing': {
    question: m.fundamentals_q_information_missing,
    rests: m.fundamentals_r_information_missing,
    look: agenda,
  },
  'not-at-text': {
    question: m.fundamentals_q_not_at_text,
    rests: m.fundamentals_r_not_at_text,
    look: agenda,
  },
  'no-alternatives': {
    question: m.fundamentals_q_no_alternatives,
    rests: m.fundamentals_r_no_alternatives,
    look: log,
  },
  parked: {
    question: m.fundamentals_q_parked,
    rests: m.fundamentals_r_parked,
    look: proposals,
  },
};

export const fundamentalWords: Readonly<
  Record<Fundamental, { readonly title: () => string; readonly text: () => string }>
> = {
  preparedness: {
    title: m.fundamentals_of_preparedness,
    text: m.fundamentals_of_preparedness_text,
  },
  consent: {
    title: m.fundamentals_of_consent,
    text: m.fundamentals_of_consent_text,
  },
  impartiality: {
    title: m.fundamentals_of_impartiality,
    text: m.fundamentals_of_impartiality_text,
  },
  inclusivity: {
    title: m.fundamentals_of_inclusivity,
    text: m.fundamentals_of_inclusivity_text,
  },
  'national-ownership': {
    title: m.fundamentals_of_national_ownership,
    text: m.fundamentals_of_national_ownership_text,
  },
  'law-and-norms': {
    title: m.fundamentals_of_law_and_norms,
    text: m.fundamentals_of_law_and_norms_text,
  },
  coherence: {
    title: m.fundamentals_of_coherence,
    text: m.fundamentals_of_coherence_text,
  },
  'agreement-quality': {
    title: m.fundamentals_of_agreement_quality,
    text: m.fundamentals_of_agreement_quality_text,
  },
};
