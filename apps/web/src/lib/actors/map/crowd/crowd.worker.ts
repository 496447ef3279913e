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
/** Names are not drawn before their letters have come, rather than in others first. */
let lettersCame = false;

self.onmessage = ({ data }: MessageEvent<CrowdOrder>) => {
  scene.take(data);
  if (data.style) style = data.style;
  if (data.faces) void learn(data.faces);
  newest = data.frame;
  draw(data.frame);
};

function draw(frame: CrowdFrame): void {
  if (!context || !style) throw new Error('There is nothing to draw with');
  const { width, height, ratio } = frame;
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  drawCrowd(context, scene, style, frame, lettersCame);
  const picture = canvas.transferToImageBitmap();
  self.postMessage({ frame, picture } satisfies CrowdAnswer, [picture]);
}

/** A worker does not know the letters of the page (styles/fonts.css): it draws again when it has them. */
async function learn(faces: readonly CrowdFace[]): Promise<void> {
  await Promise.allSettled(
    faces.map(async ({ family, address, weight, unicodeRange }) => {
      const face = new FontFace(family, `url(${address})`, { weight, unicodeRange });
      self.fonts.add(await face.load());
    }),
  );
  // Those that do not come are drawn in letters of the system.
  lettersCame = true;
  if (newest) draw(newest);
}
