import type { CrowdFace } from './crowd-order.ts';

/**
 * The files of a family of letters that the page knows from its style sheets. A sheet that the page may
 * not read has none.
 */
export function pageFaces(family: string): readonly CrowdFace[] {
  return [...document.styleSheets]
    .flatMap((sheet) => {
      try {
        return [...sheet.cssRules].map((rule) => ({ rule, base: sheet.href ?? location.href }));
      } catch {
        return [];
      }
    })
    .flatMap(({ rule, base }) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const read = (name: string) => rule.style.getPropertyValue(name);
      const named = read('font-family').replaceAll(/["']/g, '');
      const address = /url\(["']?([^"')]+)/.exec(read('src'))?.[1];
      if (named !== family || address === undefined) return [];
      const [weight, unicodeRange] = [read('font-weight'), read('unicode-range')];
      return { family, address: new URL(address, base).href, weight, unicodeRange };
    });
}
