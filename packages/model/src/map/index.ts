export { labelLines, labelMetrics, placeLabel, type LabelPlace } from './label.ts';
export { actorRadius, distance, rim, type Point, type Shape, type ShapeKind } from './shape.ts';
export { drawTie, tieLanes, type TieDrawing } from './tie-drawing.ts';
export { comfortable, freePlace, middleOf, placeUnplaced } from './unplaced.ts';
export { nextInDirection, type Direction } from './walk.ts';
