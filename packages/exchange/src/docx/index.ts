export type { DocxText } from './docx-runs.ts';
export { writeDocx, type DocxBlock, type DocxPage, type DocxPageLine } from './write-docx.ts';
