import { labelMetrics, labelRun, type Shape } from '@parley/model/map';
import { legible } from '../legible.ts';
import type { CrowdActor, CrowdFrame, CrowdStyle } from './crowd-order.ts';
import type { CrowdScene } from './crowd-scene.ts';

type Context = OffscreenCanvasRenderingContext2D;

/** The same letters as those of an element's name; see MapActor. */
const letters = 12.5;

/**
 * Draws a scene, the same as elements would show it. The canvas has the size of the frame.
 * @param named whether names are drawn where they can be read
 */
export function drawCrowd(
  context: Context,
  scene: CrowdScene,
  style: CrowdStyle,
  frame: CrowdFrame,
  named: boolean,
): void {
  const { k, corner, ratio } = frame;
  context.reset();
  context.scale(k * ratio, k * ratio);
  context.translate(-corner.x, -corner.y);
  drawTies(context, scene, frame);
  drawActors(context, scene, style, frame);
  if (named && k >= legible) drawNames(context, scene, style, frame);
}

function drawTies(context: Context, scene: CrowdScene, frame: CrowdFrame): void {
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { colour, width, dash, filled, line, marks } of scene.strokes(frame)) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.stroke(new Path2D(line));
    context.setLineDash([]);
    context.fillStyle = colour;
    if (filled) context.fill(new Path2D(marks));
    else if (marks !== '') context.stroke(new Path2D(marks));
  }
}

function drawActors(
  context: Context,
  scene: CrowdScene,
  style: CrowdStyle,
  frame: CrowdFrame,
): void {
  const alike = Map.groupBy(
    scene.shown(frame),
    ({ line, wash, outside, measured }) => `${line} ${wash} ${outside} ${measured}`,
  );
  for (const actors of alike.values()) {
    const [first] = actors;
    if (!first) continue;
    const outlines = outlinesOf(actors, 0);
    context.fillStyle = first.measured ? first.wash : style.paper;
    context.strokeStyle = first.line;
    context.lineWidth = first.measured ? 1.75 : 1;
    context.setLineDash(first.outside ? [6, 4] : []);
    context.fill(outlines);
    context.stroke(outlines);
  }
  context.setLineDash([]);
  context.lineWidth = 2;
  context.strokeStyle = style.accent;
  context.stroke(outlinesOf(scene.ringed, 5));
  for (const actor of scene.shown(frame)) if (actor.community) drawCommunity(context, actor, style);
}

function drawCommunity(context: Context, actor: CrowdActor, { card, ink, family }: CrowdStyle) {
  const { community, shape } = actor;
  if (!community) return;
  context.lineWidth = 2;
  context.strokeStyle = community.colour;
  context.stroke(outlinesOf([actor], 3.5));
  const corner = (shape.radius + 3) * Math.SQRT1_2;
  const at = { x: shape.at.x - corner, y: shape.at.y + corner - 2 };
  const half = 5 + community.letter.length * 3.5;
  context.beginPath();
  context.roundRect(at.x - half, at.y - 8.5, half * 2, 17, 8.5);
  context.fillStyle = card;
  context.fill();
  context.lineWidth = 1.5;
  context.stroke();
  context.fillStyle = ink;
  context.font = `650 11px ${family}`;
  context.textAlign = 'center';
  context.fillText(community.letter, at.x, at.y + 4);
}

function drawNames(
  context: Context,
  scene: CrowdScene,
  { ink, paper, family }: CrowdStyle,
  frame: CrowdFrame,
): void {
  context.font = `500 ${letters}px ${family}`;
  context.textRendering = 'geometricPrecision';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = paper;
  context.fillStyle = ink;
  for (const actor of scene.shown(frame)) {
    const { at } = actor.shape;
    const { lines, place } = scene.labelOf(actor);
    context.direction = labelRun(actor.name, place.anchor).direction;
    context.textAlign = anchors[place.anchor];
    for (const [index, line] of lines.entries()) {
      const [x, y] = [at.x + place.x, at.y + place.y + index * labelMetrics.line];
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    }
  }
}

const anchors = { start: 'left', middle: 'center', end: 'right' } as const;

/** @param grown by how much the outlines are larger than the shapes */
function outlinesOf(actors: readonly CrowdActor[], grown: number): Path2D {
  const path = new Path2D();
  for (const { shape } of actors) addOutline(path, shape, grown);
  return path;
}

function addOutline(path: Path2D, { kind, at, radius }: Shape, grown: number): void {
  const half = radius + grown;
  if (kind === 'square') {
    path.roundRect(at.x - half, at.y - half, half * 2, half * 2, 5);
  } else {
    path.moveTo(at.x + half, at.y);
    path.arc(at.x, at.y, half, 0, 2 * Math.PI);
  }
}
