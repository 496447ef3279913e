import { writeCsv } from '@parley/exchange';
import type { Cost, Decision } from '@parley/model/ledger';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { download } from '#lib/ui/download.ts';
import { costMark, costWords, decisionWords } from './decision-words.ts';
import { partyName, touchedTitle } from './touched-words.ts';

/** Saves decisions as CSV: a row for each party of each, and one for a decision that names none. */
export function saveLog(session: SpaceSession, decisions: readonly Decision[]): void {
  const file = new Blob([logCsv(session, decisions)], { type: 'text/csv;charset=utf-8' });
  download(file, `${m.process_log_title()} – ${session.place.process.title}.csv`);
}

function logCsv(session: SpaceSession, decisions: readonly Decision[]): string {
  const header = [
    m.ledger_decision_date(),
    m.ledger_decision_type(),
    m.ledger_decision_what(),
    m.ledger_decision_principle(),
    m.ledger_decision_alternatives(),
    m.ledger_decision_consulted(),
    m.log_purpose_short(),
    m.log_purpose_how(),
    m.log_not_acting(),
    m.ledger_decision_by(),
    m.log_touches(),
    m.log_withdrawn(),
    m.log_party(),
    m.log_expected(),
    m.log_why(),
    m.log_observed(),
    m.log_observe_evidence(),
    m.log_observe_on(),
    m.log_without_them(),
    m.log_why(),
  ];
  return writeCsv(
    header,
    decisions.flatMap((decision) => rowsOf(session, decision)),
  );
}

function rowsOf(session: SpaceSession, decision: Decision): readonly string[][] {
  const { said, costs, absent, withdrawn } = decision;
  const { purpose, touches = [] } = said;
  const titles = touches.map((one) => touchedTitle(session, one) ?? m.log_record_gone());
  const stated = purpose?.stated ? m.log_purpose_yes() : m.log_purpose_no();
  const about = [
    ...[said.date, decisionWords[said.type](), said.what, said.principle, said.alternatives],
    ...[said.consulted, purpose ? stated : m.log_purpose_unsaid(), purpose?.how ?? ''],
    ...[said.costOfNotActing ?? '', said.decidedBy, titles.join('; '), withdrawn?.why ?? ''],
  ];
  const parties = [...new Set([...costs, ...absent].map(({ party }) => party))];
  if (parties.length === 0) return [[...about, ...Array.from({ length: 8 }, () => '')]];
  return parties.map((party) => {
    const cost = costs.find((one) => one.party === party);
    const without = absent.find((one) => one.party === party)?.without;
    return [
      ...about,
      ...[partyName(session, party), cell(cost?.expected?.cost), cost?.expected?.why ?? ''],
      ...[cell(cost?.observed?.cost), cost?.observed?.evidence ?? '', cost?.observed?.on ?? ''],
      ...[cell(without?.cost), without?.why ?? ''],
    ];
  });
}

/** Nobody said is an empty cell; not known is a word and never a zero (P2). */
const cell = (cost: Cost | undefined): string => {
  if (cost === undefined) return '';
  return cost === null ? costWords(cost) : `${costWords(cost)} (${costMark(cost)})`;
};
