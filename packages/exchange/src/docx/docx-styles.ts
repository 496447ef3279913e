import type { IPropertiesOptions } from 'docx';

/** The style of what stands in a table, and above and below a page. */
export const cellStyle = 'Cell';

/** Sizes are half points, spaces twentieths of a point: 11 points, 8 points after a paragraph. */
const heading = (size: number) => ({
  run: { bold: true, boldComplexScript: true, size, sizeComplexScript: size, color: 'auto' },
  paragraph: { keepNext: true, spacing: { after: 240 } },
});

/** One plain look; a letterhead is put around it by whoever has one. */
export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: {
        font: { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial' },
        size: 22,
        sizeComplexScript: 22,
      },
      paragraph: { spacing: { after: 160, line: 276, lineRule: 'auto' } },
    },
    heading1: heading(26),
    heading2: heading(24),
    heading3: heading(22),
  },
  paragraphStyles: [
    {
      id: cellStyle,
      name: cellStyle,
      basedOn: 'Normal',
      run: { size: 18, sizeComplexScript: 18 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: 'auto' } },
    },
  ],
};
