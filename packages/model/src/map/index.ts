export { labelLines, labelMetrics, labelRun, placeLabel, type LabelPlace } from './label.ts';
export { notationNames, notations, toneIn, type NotationName } from './notation-presets.ts';
export { actorRadius, distance, rim, type Point, type Shape, type ShapeKind } from './shape.ts';
export { drawTie, tieLanes, type TieDrawing } from './tie-drawing.ts';
export { comfortable, freePlace, middleOf, placeUnplaced } from './unplaced.ts';
export { nextInDirection, type Direction } from './walk.ts';
