import {
  stagesOnTheWay,
  type Participant,
  type Stage,
  type StageOnTheWay,
} from '../records/index.ts';

export const waysOut = ['declined', 'withdrawn', 'excluded'] as const satisfies readonly Stage[];
export type WayOut = (typeof waysOut)[number];

/** One stage of the way from the longlist to the room, and what became of those who reached it. */
export interface FlowStep {
  readonly stage: StageOnTheWay;
  /** Everybody who got as far, whatever became of them. Ids, as the list has them. */
  readonly reached: readonly string[];
  /** Those who got further. */
  readonly on: readonly string[];
  /** Those who are at this stage now. */
  readonly here: readonly string[];
  /** Those who left from this stage, by where to. */
  readonly out: Readonly<Record<WayOut, readonly string[]>>;
}

/** The way of everybody on the list. */
export interface StageFlow {
  readonly steps: readonly FlowStep[];
  /**
   * Those who left, and of whom no stage before is on record: they are counted as on the longlist,
   * which is where everybody begins, and in no later stage (P2).
   */
  readonly leftFromUnknown: readonly string[];
}

/**
 * How many got how far, and where the others left. Nobody is in two of `on`, `here` and `out` of a step,
 * and all of `reached` are in one.
 * @param leftFrom the last stage on the way of those who left, as far as it is on record; see `lastOnTheWay`
 */
export function stageFlow(
  people: readonly Pick<Participant, 'id' | 'stage'>[],
  leftFrom: ReadonlyMap<string, StageOnTheWay>,
): StageFlow {
  const ways: readonly string[] = stagesOnTheWay;
  const outs: readonly string[] = waysOut;
  const furthest = people.map(({ id, stage }) => {
    const isOut = outs.includes(stage);
    const last = isOut ? (leftFrom.get(id) ?? 'longlisted') : stage;
    return { id, stage, isOut, at: ways.indexOf(last) };
  });
  const ids = (of: typeof furthest) => of.map(({ id }) => id);
  const steps = stagesOnTheWay.map((stage, index): FlowStep => {
    const ending = furthest.filter(({ at }) => at === index);
    const left = (way: WayOut) => ids(ending.filter((one) => one.stage === way));
    return {
      stage,
      reached: ids(furthest.filter(({ at }) => at >= index)),
      on: ids(furthest.filter(({ at }) => at > index)),
      here: ids(ending.filter(({ isOut }) => !isOut)),
      out: {
        declined: left('declined'),
        withdrawn: left('withdrawn'),
        excluded: left('excluded'),
      },
    };
  });
  const leftFromUnknown = ids(furthest.filter(({ id, isOut }) => isOut && !leftFrom.has(id)));
  return { steps, leftFromUnknown };
}
