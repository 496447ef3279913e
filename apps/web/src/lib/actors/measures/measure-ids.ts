/**
 * What is counted of each actor on the drawing. None of them is a measure of power (P1): they say where
 * somebody stands among the ties that somebody drew.
 */
export const measureIds = [
  'degree',
  'in',
  'out',
  'closeness',
  'betweenness',
  'eigenvector',
  'reach',
] as const;
export type MeasureId = (typeof measureIds)[number];
