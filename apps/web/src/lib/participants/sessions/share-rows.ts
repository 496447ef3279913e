import {
  holdsInTime,
  matchOf,
  speakingShare,
  type InclusionTarget,
  type Participant,
  type SpeakingShare,
  type Wanted,
} from '@parley/model';

/** What a share can be one of here; seconds for time, people or roles for the others (P6). */
export const wholes = ['expected', 'came', 'roles', 'time'] as const;
export type Whole = (typeof wholes)[number];

export interface ShareCell extends SpeakingShare {
  /** How it stands with what is asked; null: nothing is asked, or there is nothing to tell from. */
  readonly stands: 'holds' | 'fails' | 'open' | null;
}

interface Rooms {
  readonly expected: readonly Participant[];
  readonly came: readonly Participant[];
  /** Somebody who speaks in two sessions has two roles. */
  readonly roles: readonly Participant[];
  /** Of each session: participant → seconds. */
  readonly times: readonly ReadonlyMap<string, number>[];
}

/** A group's part of each whole, each held by itself against a share that is asked. */
export function shareCells(
  wanted: Wanted,
  asked: Pick<InclusionTarget, 'comparison' | 'amount' | 'scope'> | null,
  rooms: Rooms,
  people: readonly Participant[],
): Readonly<Record<Whole, ShareCell>> {
  const held = (found: SpeakingShare, isTime = false): ShareCell => ({
    ...found,
    stands:
      asked?.amount.unit === 'share' && (isTime || asked.scope !== 'speaking-time')
        ? holdsInTime(asked.comparison, asked.amount.share, found)
        : null,
  });
  const among = (all: readonly Participant[]): ShareCell => {
    const matches = all.map((person) => matchOf(wanted, person));
    const seconds = matches.filter((match) => match === 'yes').length;
    return held({
      ...{ seconds, recorded: all.length },
      unknown: matches.filter((match) => match === 'unknown').length,
      share: all.length === 0 ? null : seconds / all.length,
    });
  };
  return {
    expected: among(rooms.expected),
    came: among(rooms.came),
    roles: among(rooms.roles),
    time: held(speakingShare(wanted, rooms.times, people), true),
  };
}
