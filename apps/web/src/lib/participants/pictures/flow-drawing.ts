import type { FlowStep, WayOut } from '@parley/model/pictures';
import { waysOut } from '@parley/model/pictures';
import type { Drawing, Fill, Mark } from '#lib/pictures/drawing.ts';
import { legend, type LegendItem } from './legend.ts';

/** People of a step that share a fill, in the order in which they are drawn. */
export interface FlowWords {
  readonly stage: (stage: FlowStep['stage']) => string;
  readonly way: (way: WayOut) => string;
  /** Of one part: `Invited: Woman 3 of 12` */
  readonly reached: (stage: FlowStep['stage'], group: string, people: number, of: number) => string;
  /** `Declined after Invited: Woman 2` */
  readonly left: (stage: FlowStep['stage'], way: WayOut, group: string, people: number) => string;
  /** `4 are here` */
  readonly here: (people: number) => string;
}

interface DrawnGroup {
  readonly id: string;
  readonly fill: Fill;
  readonly people: ReadonlySet<string>;
}

const node = 16;
const band = 190;
const lane = 40;

/**
 * From the longlist to the room: at each stage a block as tall as people got so far, and ribbons of those
 * who went on; below, those who left from it, by where to. Every number of people is as tall in all of them.
 */
export function flowDrawing(
  steps: readonly FlowStep[],
  groups: readonly DrawnGroup[],
  keys: readonly LegendItem[],
  words: FlowWords,
  width: number,
): Drawing {
  const key = legend(keys, width);
  const all = Math.max(1, steps[0]?.reached.length ?? 0);
  const unit = band / all;
  const top = key.height + 48;
  const step = (width - node - 90) / Math.max(1, steps.length - 1);
  const lanes = waysOut.filter((way) => steps.some(({ out }) => out[way].length > 0));
  const tallest = (way: WayOut) => Math.max(...steps.map(({ out }) => out[way].length)) * unit;
  const laneTop = new Map<WayOut, number>();
  let foot = top + band + 34;
  for (const way of lanes) {
    laneTop.set(way, foot);
    foot += Math.max(lane, tallest(way) + 24);
  }
  const ribbons: Mark[] = [];
  const blocks: Mark[] = [];
  const texts: Mark[] = [];
  for (const [index, { stage, reached, on, here, out }] of steps.entries()) {
    const x = index * step;
    const middle = x + node / 2;
    const anchor = index === 0 ? 'start' : 'middle';
    const at = index === 0 ? x : middle;
    texts.push(
      { kind: 'words', x: at, y: top - 26, anchor, text: words.stage(stage), size: 12 },
      {
        kind: 'words',
        x: at,
        y: top - 9,
        anchor,
        text: String(reached.length),
        size: 14,
        bold: true,
      },
    );
    let y = top;
    let nextY = top;
    for (const { id, fill, people } of groups) {
      const count = reached.filter((one) => people.has(one)).length;
      const further = on.filter((one) => people.has(one)).length;
      if (count === 0) continue;
      blocks.push({
        ...{ kind: 'box', x, y, width: node, height: count * unit, fill },
        part: {
          id: `${stage} ${id}`,
          label: words.reached(stage, id, count, reached.length),
          people: reached.filter((one) => people.has(one)),
        },
      });
      if (further > 0) {
        ribbons.push({
          ...{ kind: 'ribbon', width: further * unit, fill },
          from: { x: x + node, y },
          to: { x: x + step, y: nextY },
        });
      }
      // Those who left hang below those who went on, group by group.
      let outY = y + further * unit;
      for (const way of lanes) {
        const left = out[way].filter((one) => people.has(one));
        if (left.length === 0) continue;
        const before = groups
          .slice(
            0,
            groups.findIndex((group) => group.id === id),
          )
          .reduce((sum, group) => sum + out[way].filter((one) => group.people.has(one)).length, 0);
        const to = { x: x + node + step * 0.42, y: (laneTop.get(way) ?? 0) + before * unit };
        ribbons.push({
          ...{ kind: 'ribbon', width: left.length * unit, fill, to },
          from: { x: x + node, y: outY },
        });
        blocks.push({
          ...{ kind: 'box', x: to.x, y: to.y, width: 8, height: left.length * unit, fill },
          part: {
            id: `${stage} ${way} ${id}`,
            label: words.left(stage, way, id, left.length),
            people: left,
          },
        });
        outY += left.length * unit;
      }
      y += count * unit;
      nextY += further * unit;
    }
    if (here.length > 0 && index < steps.length - 1) {
      texts.push({
        ...{ kind: 'words', x: at, y: top + reached.length * unit + 14, anchor, size: 10 },
        ...{ text: words.here(here.length), tone: 'ink-2' },
      });
    }
    for (const way of lanes) {
      const { length } = out[way];
      if (length === 0) continue;
      const place = { x: x + node + step * 0.42 + 12, y: (laneTop.get(way) ?? 0) + 11 };
      const text = `${length} ${words.way(way)}`;
      texts.push({ kind: 'words', ...place, anchor: 'start', text, size: 11 });
    }
  }
  return { width, height: foot, marks: [...key.marks, ...ribbons, ...blocks, ...texts] };
}
