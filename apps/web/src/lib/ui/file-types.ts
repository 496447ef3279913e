/** What a browser calls a DOCX document. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
