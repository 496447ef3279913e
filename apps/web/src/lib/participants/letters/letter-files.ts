import { lettersDocx, lettersZip, type Letter } from '@parley/exchange/letters';
import { m } from '#lib/paraglide/messages.js';
import { docxType } from '#lib/ui/file-types.ts';

interface LetterFile {
  readonly name: string;
  readonly blob: Blob;
}

/**
 * Letters as files: `together` in one document, or an archive with a document `each`.
 * @throws Error where what writes a document cannot be fetched
 */
export const letterFiles = {
  together: async (letters: readonly Letter[]): Promise<LetterFile> => ({
    name: `${m.letters_file()}.docx`,
    blob: new Blob([await lettersDocx(letters)], { type: docxType }),
  }),
  each: async (letters: readonly Letter[]): Promise<LetterFile> => {
    const zip = await lettersZip(letters, (number) => m.letters_file_each({ number }));
    return {
      name: `${m.letters_file()}.zip`,
      blob: new Blob([zip], { type: 'application/zip' }),
    };
  },
};
