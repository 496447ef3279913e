export { writeDocx, type DocxBlock, type DocxText } from './write-docx.ts';
