export { carryOutMap } from './carry-out-map.ts';
export {
  actorWords,
  tieWords,
  type ActorWordField,
  type ChosenWords,
  type TieWordField,
  type WordChoices,
} from './chosen-words.ts';
export type { MapRemark, SourceRow } from './map-cells.ts';
export {
  actorTargets,
  guessSheet,
  readAs,
  tieTargets,
  type ActorTarget,
  type SheetMapping,
  type TieTarget,
} from './map-columns.ts';
export {
  whenThere,
  type MapContext,
  type MapPlan,
  type MappedSheet,
  type RepeatedRow,
  type SkippedMapRow,
  type WhenThere,
} from './map-plan.ts';
export { mapSheets } from './map-sheets.ts';
export type { MeasuredColumn } from './measured.ts';
export { planMapImport } from './plan-map-import.ts';
export { headingsOf, rowsBelow } from './sheet-rows.ts';
export type { WordTaken } from './words-taken.ts';
export { writeGexf } from './gexf.ts';
export { writeGraphml } from './graphml.ts';
export { drawMap, type MapPicture } from './draw-map.ts';
export type { LegendEntry } from './draw-legend.ts';
