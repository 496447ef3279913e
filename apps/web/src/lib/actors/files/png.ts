/** Pixels of the picture for one of the drawing, where the browser takes as many. */
const sharpness = 2;
/** Pixels that every browser takes in one canvas. */
const mostPixels = 16_000_000;

/**
 * Draws an SVG as a PNG, in this page: the drawing goes nowhere.
 * Rejects when the browser cannot.
 */
export async function pngOf({
  svg,
  width,
  height,
}: {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}): Promise<Blob> {
  const scale = Math.min(sharpness, Math.sqrt(mostPixels / (width * height)));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
