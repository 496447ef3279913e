import { flushSync, mount, unmount } from 'svelte';
import { download } from '#lib/ui/download.ts';
import { colourReader } from './colour-reader.ts';
import Drawn from './Drawn.svelte';
import { widthOf, type Drawing } from './drawing.ts';
import { pngOf } from './png.ts';

/** The fonts of the app by name, and what stands in for them elsewhere; none is fetched. */
const fonts = "Inter, 'Noto Sans', 'Noto Sans Arabic', 'Segoe UI', Arial, sans-serif";

/** A picture as it is put on a file. */
export interface PictureToSave {
  readonly drawing: Drawing;
  /** What is counted among whom. */
  readonly title: string;
  /** Below the title: the process, the day, what is not shown. */
  readonly lines: readonly string[];
  readonly rtl: boolean;
  /** Without its ending. */
  readonly fileName: string;
}

/**
 * Hands the picture over as a file, in the colours of the light theme, which paper has. An SVG stands by
 * itself: no script, no link, no request.
 * Rejects where the browser cannot draw a PNG of this size.
 */
export async function savePicture(picture: PictureToSave, as: 'svg' | 'png'): Promise<void> {
  const file = svgOf(picture);
  const blob =
    as === 'svg'
      ? new Blob([file.svg], { type: 'image/svg+xml;charset=utf-8' })
      : await pngOf(file);
  download(blob, `${picture.fileName}.${as}`);
}

function svgOf({ drawing, title, lines, rtl }: PictureToSave) {
  const target = document.createElement('div');
  const head = [
    ...wrapped(title, 18, drawing.width).map((text) => ({ text, size: 18, bold: true })),
    ...lines.flatMap((line) =>
      wrapped(line, 12, drawing.width).map((text) => ({ text, size: 12, bold: false })),
    ),
  ];
  const drawn = mount(Drawn, { target, props: { drawing, label: title, rtl, head } });
  try {
    flushSync();
    const svg = target.querySelector('svg');
    if (!svg) throw new Error('no picture');
    const colour = colourReader('light');
    for (const element of [svg, ...svg.querySelectorAll('*')]) {
      element.removeAttribute('class');
      for (const name of ['fill', 'stroke']) {
        const value = element.getAttribute(name);
        if (value?.startsWith('var(')) element.setAttribute(name, colour(value));
      }
    }
    svg.setAttribute('font-family', fonts);
    const { width, height } = { width: svg.width.baseVal.value, height: svg.height.baseVal.value };
    return { svg: new XMLSerializer().serializeToString(svg), width, height };
  } finally {
    void unmount(drawn);
  }
}

function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  return lines;
}
