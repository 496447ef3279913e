import { isReachKind, type Assessment } from '@parley/model/ledger';

/** What one named person said of a party and a convener in one round, as a place. */
export interface RatedPlace {
  readonly key: string;
  readonly party: string;
  readonly convener: string;
  readonly round: string;
  readonly by: NonNullable<Assessment['by']>;
  /** Levels of access and influence; null: looked at, and not known (P2). */
  readonly x: number | null;
  readonly y: number | null;
}

/** One figure of which nobody may say whose other figure belongs to it, or that has no other. */
export interface RatedAlone {
  readonly reading: Assessment;
  readonly convener: string;
  readonly round: string;
}

/**
 * Readings of access and influence from revealed rounds. Both figures of one named person in one round
 * make a place. A figure without its other makes none: what was not said is not the same as not known
 * (P2), and of two that are not named nothing tells that they are one person's (0013).
 * @param standing those that stand, in the order of the ledger
 */
export function ratedOf(standing: readonly Assessment[]): {
  readonly places: readonly RatedPlace[];
  readonly alone: readonly RatedAlone[];
} {
  const places: RatedPlace[] = [];
  const alone: RatedAlone[] = [];
  const ofRounds = standing.flatMap((reading) => {
    const { convener, round } = reading;
    return convener && round && isReachKind(reading.reading.of)
      ? [{ reading, convener, round }]
      : [];
  });
  const together = Map.groupBy(ofRounds, ({ reading, convener, round }) =>
    [round, convener, reading.subject, reading.by?.person ?? reading.id].join(' '),
  );
  for (const [key, given] of together) {
    const access = given.find(({ reading }) => reading.reading.of === 'access');
    const influence = given.find(({ reading }) => reading.reading.of === 'influence');
    const by = access?.reading.by;
    if (!access || !influence || !by) alone.push(...given);
    else {
      const { convener, round } = access;
      const [x, y] = [access.reading.reading.level, influence.reading.reading.level];
      places.push({ key, party: access.reading.subject, convener, round, by, x, y });
    }
  }
  return { places, alone };
}
