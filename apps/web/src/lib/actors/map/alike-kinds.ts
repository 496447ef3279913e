import { headsOf, tieKinds, tieLineOf, type Settings, type TieKind } from '@parley/model';

/** Pairs of kinds that only their colour tells apart, and their names: some readers see no difference. */
export function alikeKinds(settings: Settings): readonly (readonly [TieKind, TieKind])[] {
  const look = (kind: TieKind) => `${tieLineOf(kind, settings)} ${headsOf(kind)}`;
  return tieKinds.flatMap((one, index) =>
    tieKinds
      .slice(index + 1)
      .filter((other) => look(one) === look(other))
      .map((other) => [one, other] as const),
  );
}
