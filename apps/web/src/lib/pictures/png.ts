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
  const image = new Image();
  // The page's policy takes pictures from the server and from their own address, not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))),
  );
}
