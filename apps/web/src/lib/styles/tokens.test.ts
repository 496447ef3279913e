import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g);
const tokens = new Map([...pairs].map(([, name, light, dark]) => [name, { light, dark }]));

type Theme = 'light' | 'dark';

function color(token: string, theme: Theme): string {
  const value = tokens.get(token)?.[theme];
  if (value === undefined) throw new Error(`tokens.css has no six-digit colour --${token}`);
  return value;
}

/** Relative luminance, 0–1 (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1–21 (WCAG 2.2, "contrast ratio"). */
function contrast(a: string, b: string): number {
  const [bright = 0, dim = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

const surfaces = ['paper', 'card', 'hover', 'selected'];
const groups = ['group-1', 'group-2', 'group-3', 'group-4'];
const safe = ['safe-1', 'safe-2', 'safe-3', 'safe-4'];
const people = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => `presence-${index}`);

const readable: [text: string, surfaces: string[]][] = [
  ['ink', [...surfaces, 'sunken', 'attention-wash', 'problem-wash', 'good-wash']],
  ['ink', groups.map((group) => `${group}-wash`)],
  ['ink-2', [...surfaces, 'sunken', 'attention-wash', 'problem-wash', 'good-wash']],
  ['ink-2', groups.map((group) => `${group}-wash`)],
  ['ink-3', ['paper', 'card', 'hover', 'selected']],
  ['accent', surfaces],
  ['attention', ['paper', 'card', 'attention-wash']],
  ['problem', ['paper', 'card', 'problem-wash']],
  ['good', ['paper', 'card', 'good-wash']],
  ['on-accent', ['accent', 'accent-strong']],
  ['on-inverse', ['inverse']],
  ['on-presence', people],
  ...safe.map((tone): [string, string[]] => [tone, ['paper', 'card']]),
  ...groups.map((group): [string, string[]] => [group, ['paper', 'card', `${group}-wash`]]),
];

const visible: [line: string, surfaces: string[]][] = [
  ['line-strong', ['paper', 'card']],
  ['accent', ['sunken', 'selected']],
  ...safe.map((tone): [string, string[]] => [tone, [`${tone}-wash`, 'selected']]),
  ...people.map((person): [string, string[]] => [person, ['paper', 'card', 'selected']]),
];

describe.each(['light', 'dark'] as const)('on %s paper', (theme) => {
  it.each(readable)('text in %s reads at 4.5 to 1', (text, on) => {
    for (const surface of on) {
      const ratio = contrast(color(text, theme), color(surface, theme));
      expect(ratio, `--${text} on --${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(visible)('a line in %s stands out at 3 to 1', (line, on) => {
    for (const surface of on) {
      const ratio = contrast(color(line, theme), color(surface, theme));
      expect(ratio, `--${line} on --${surface}`).toBeGreaterThanOrEqual(3);
    }
  });
});
