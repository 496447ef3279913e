export {
  fillLetter,
  mailAddress,
  mailText,
  type Letter,
  type LetterPiece,
  type MergeValues,
} from './fill-letter.ts';
export { lettersDocx, lettersZip } from './letters-docx.ts';
export { asMergeField, mergeFields, templateParts, type MergeField } from './merge-fields.ts';
