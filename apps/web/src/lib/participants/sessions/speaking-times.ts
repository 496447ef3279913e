import { speakingTimesOf, type SpeakingTimes } from '@parley/model/ledger';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';

/**
 * Who spoke for how long in each session: what is on record, and what was said on this page and is neither
 * there yet nor refused.
 * @returns agenda block → participant → seconds
 */
export function speakingTimesIn(ledger: SpaceSession['ledger']): SpeakingTimes {
  const times = speakingTimesOf(ledger?.all('speaking-time') ?? []);
  const given = ledger?.queue.of('record-speaking-time') ?? [];
  const seen = new Map([...times].map(([block, people]) => [block, new Map(people)]));
  for (const { command, state } of given) {
    if (state === 'refused') continue;
    const people = seen.get(command.block) ?? new Map<string, number>();
    seen.set(command.block, people);
    if (command.seconds === null) people.delete(command.participant);
    else people.set(command.participant, command.seconds);
  }
  return seen;
}
