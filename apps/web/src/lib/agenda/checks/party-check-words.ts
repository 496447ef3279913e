import { partyChecks, type PartyCheck } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';
import { subjectOf } from '#lib/participants/targets/target-words.ts';
import type { AgendaState } from '../agenda-state.svelte.ts';
import { dayInWords } from '../agenda-words.ts';
import { keyed, listed, type CheckInWords, type Said } from './check-in-words.ts';
import { who } from './people-check-words.ts';

/** What the agenda says of the parties, and of those who are looked for in every session. */
export function partyChecksInWords(agenda: AgendaState): readonly CheckInWords[] {
  const { live, settings } = agenda.space;
  const found = partyChecks({
    ...agenda.settled,
    targets: live.list('inclusionTarget'),
    observances: live.list('observance'),
    needs: live.list('informationNeed'),
    participants: live.list('participant'),
    actors: live.list('actor'),
    countedAs: settings.countedAs,
  });
  return keyed(found, (check) => inWords(agenda, check));
}

/** @returns null when what it is about was removed in the meantime */
function inWords(agenda: AgendaState, check: PartyCheck): Said | null {
  switch (check.kind) {
    case 'target-zero':
    case 'target-missed':
      return inRoom(agenda, check);
    case 'alone': {
      const title = agenda.block(check.block)?.title;
      const party = partyOf(agenda, check.party);
      if (title === undefined || party === undefined) return null;
      return {
        ...{ tone: 'attention', block: check.block },
        fact: m.agenda_check_alone({ title, who: who(agenda, [check.person]) }),
        more: m.agenda_check_alone_more({ party }),
      };
    }
    case 'information-missing': {
      const title = agenda.block(check.block)?.title;
      const party = partyOf(agenda, check.party);
      if (title === undefined || party === undefined) return null;
      const needs = [...check.missing, ...check.partial].flatMap(
        (id) => agenda.space.live.get('informationNeed', id)?.what ?? [],
      );
      return {
        ...{ tone: 'attention', block: check.block },
        fact: m.agenda_check_information({ title, party }),
        more: listed(needs),
      };
    }
    case 'caucus-apart':
      return {
        ...{ tone: 'attention', block: null },
        fact: m.agenda_check_caucus({ most: check.most.minutes, least: check.least.minutes }),
        more: m.agenda_check_caucus_more({
          most: parties(agenda, check.most.parties),
          least: parties(agenda, check.least.parties),
        }),
      };
    case 'first-again': {
      const party = partyOf(agenda, check.party);
      if (party === undefined) return null;
      return {
        ...{ tone: 'attention', block: check.blocks[0] ?? null },
        fact: m.agenda_check_first({ party, count: check.blocks.length }),
        more: m.agenda_check_first_more(),
      };
    }
    case 'observance':
      return kept(agenda, check);
  }
}

function inRoom(
  agenda: AgendaState,
  check: Extract<PartyCheck, { kind: 'target-zero' | 'target-missed' }>,
): Said | null {
  const title = agenda.block(check.block)?.title;
  const target = agenda.space.live.get('inclusionTarget', check.target);
  if (title === undefined || !target) return null;
  const subject = subjectOf(target, agenda.space.settings.attributes);
  const { count, needed, unknowns } = check;
  const asked = m.agenda_check_target_more({ needed, subject });
  return {
    ...{ tone: 'attention', block: check.block },
    fact:
      check.kind === 'target-zero'
        ? m.agenda_check_target_zero({ title, subject })
        : m.agenda_check_target({ title, subject, count }),
    more: unknowns === 0 ? asked : `${asked} ${m.agenda_check_target_unknown({ count: unknowns })}`,
  };
}

function kept(
  agenda: AgendaState,
  { observance: id, day, blocks, people }: Extract<PartyCheck, { kind: 'observance' }>,
): Said | null {
  const observance = agenda.space.live.get('observance', id);
  const titles = blocks.flatMap((block) => agenda.block(block)?.title ?? []);
  if (!observance || titles.length === 0) return null;
  const sessions = listed(titles);
  return {
    ...{ tone: 'attention', block: blocks[0] ?? null },
    fact: m.agenda_check_kept({ name: observance.name, day: dayInWords(agenda.days, day) }),
    more:
      people.length === 0
        ? m.agenda_check_kept_all({ sessions })
        : m.agenda_check_kept_more({ sessions, who: who(agenda, people) }),
  };
}

const partyOf = (agenda: AgendaState, id: string): string | undefined =>
  agenda.space.live.get('actor', id)?.name;

const parties = (agenda: AgendaState, ids: readonly string[]): string =>
  listed(ids.flatMap((id) => partyOf(agenda, id) ?? []));
