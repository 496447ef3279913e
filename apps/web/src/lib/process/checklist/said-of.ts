import type { Finding, Subject } from '@parley/model/guidance';
import type { Level } from '@parley/model';
import { levelWords } from '#lib/actors/actor-words.ts';
import { presetWords } from '#lib/agenda/dialogs/ground-rule-words.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { targetLabel } from '#lib/participants/targets/target-words.ts';
import { formatDay } from '#lib/time/days.ts';
import { perLanguage } from '#lib/words/language.ts';
import type { Said } from './question-words.ts';

const lists = perLanguage((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** Names that a question says before it only counts. */
const mostNamed = 4;
/** Characters of a text that stands for itself, such as a rule. */
const mostText = 90;

/** A finding in this space's names. */
export function saidOf(finding: Finding, session: SpaceSession): Said {
  const [first, second] = finding.about.map((subject) => nameOf(subject, session));
  const others = finding.others.map((subject) => nameOf(subject, session));
  const named = lists().format(others.slice(0, mostNamed));
  const more = others.length - mostNamed;
  return {
    ...{ name: first ?? '', second: second ?? '', count: finding.count, of: finding.of },
    names:
      more > 0
        ? m.fundamentals_and_more({
            ...{ names: others.slice(0, mostNamed).join(', '), count: more },
          })
        : named || m.fundamentals_gone(),
    date: finding.date === null ? '' : formatDay(finding.date),
  };
}

function nameOf({ type, id }: Subject, session: SpaceSession): string {
  return cut(textOf({ type, id }, session) ?? m.fundamentals_gone());
}

function textOf({ type, id }: Subject, { live, ledger, settings }: SpaceSession) {
  switch (type) {
    case 'actor':
      return live.get('actor', id)?.name;
    case 'agendaBlock':
      return live.get('agendaBlock', id)?.title;
    case 'groundRule':
      return live.get('groundRule', id)?.text;
    case 'informationNeed':
      return live.get('informationNeed', id)?.what;
    case 'funding':
      return live.get('funding', id)?.payer;
    case 'parallelInitiative':
      return live.get('parallelInitiative', id)?.name;
    case 'inclusionTarget': {
      const target = live.get('inclusionTarget', id);
      const only = target?.only ?? '';
      const place = live.get('actor', only)?.name ?? live.get('agendaBlock', only)?.title ?? '';
      return target && targetLabel(target, settings.attributes, place);
    }
    case 'intervention': {
      const versions = ledger?.entries('intervention-planned') ?? [];
      return versions.findLast((one) => one.id === id || one.corrects === id)?.what;
    }
    case 'decision':
      return ledger?.entries('decision').find((one) => one.id === id)?.what;
    case 'item':
      return ledger?.entries('item-proposed').find((one) => one.id === id)?.item;
    case 'group':
      return id === 'gender=woman' ? m.fundamentals_group_woman() : m.fundamentals_group_man();
    case 'level':
      return levelWords[id as Level](); // the question has it from the model's own list
    case 'preset':
      return presetWords[id as keyof typeof presetWords].label(); // and so this one
  }
}

const cut = (text: string): string =>
  text.length > mostText ? `${text.slice(0, mostText).trimEnd()}…` : text;
