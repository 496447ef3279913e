import type { TieKind } from '@parley/model';
import type { TieDrawing } from '@parley/model/map';

type Strokes = Omit<TieDrawing, 'reach' | 'middle'> & {
  readonly kind: TieKind;
  readonly colour: string;
};

/** Ties that look the same, drawn in one go: a drawing of few paths is made much faster than one of many. */
export function alikeDrawings(drawings: readonly Strokes[]): readonly Strokes[] {
  const alike = Map.groupBy(drawings, ({ kind, width, filled }) => `${kind} ${width} ${filled}`);
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const all = [first, ...others];
    return {
      ...first,
      line: all.map(({ line }) => line).join(''),
      marks: all.map(({ marks }) => marks).join(''),
    };
  });
}
