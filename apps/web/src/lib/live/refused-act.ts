import type { Problem } from '@parley/model';
import { m } from '#lib/paraglide/messages.js';

const sentences: Record<Problem['reason'], () => string> = {
  empty: m.act_refused_empty,
  'too-long': m.act_refused_too_long,
  'not-one-line': m.act_refused_not_one_line,
  'not-allowed': m.act_refused_not_allowed,
  gone: m.act_refused_gone,
  unreadable: m.act_refused_unreadable,
};

/** One sentence on why a change was not written. */
export function refusedAct(problems: readonly Problem[]): string {
  const first = problems[0];
  return first === undefined ? m.act_refused_not_allowed() : sentences[first.reason]();
}
