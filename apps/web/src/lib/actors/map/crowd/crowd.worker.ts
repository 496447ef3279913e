/// <reference lib="webworker" />
import type { CrowdAnswer, CrowdFace, CrowdFrame, CrowdOrder, CrowdStyle } from './crowd-order.ts';
import { CrowdScene } from './crowd-scene.ts';
import { drawCrowd } from './draw-crowd.ts';

declare const self: DedicatedWorkerGlobalScope;

const scene = new CrowdScene();
const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext('2d');
let style: CrowdStyle | null = null;
let newest: CrowdFrame | null = null;

self.onmessage = ({ data }: MessageEvent<CrowdOrder>) => {
  scene.take(data);
  if (data.style) style = data.style;
  // Without its letters a name is drawn in those of the system.
  if (data.faces) learn(data.faces).catch(reportError);
  newest = data.frame;
  draw(data.frame);
};

function draw(frame: CrowdFrame): void {
  if (!context || !style) throw new Error('There is nothing to draw with');
  const { width, height, ratio } = frame;
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  drawCrowd(context, scene, style, frame);
  const picture = canvas.transferToImageBitmap();
  self.postMessage({ frame, picture } satisfies CrowdAnswer, [picture]);
}

/** A worker does not know the letters of the page (styles/fonts.css): it draws again when it has them. */
async function learn(faces: readonly CrowdFace[]): Promise<void> {
  await Promise.all(
    faces.map(async ({ family, address, weight, unicodeRange }) => {
      const face = new FontFace(family, `url(${address})`, { weight, unicodeRange });
      self.fonts.add(await face.load());
    }),
  );
  if (newest) draw(newest);
}
