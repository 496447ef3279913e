import type { Locator } from '@playwright/test';

/** Px: WCAG 2.2, success criterion 2.5.5 "Target Size (Enhanced)", and what buttons have under a finger here. */
const fingertip = 44;

/**
 * What can be pressed in a place and is smaller than a fingertip, with its size. A field counts with the
 * label that presses it; a link in a line of text is as high as the line.
 */
export function smallTargets(place: Locator): Promise<readonly string[]> {
  return place.evaluate((root, least) => {
    const pressed =
      'button, input, select, textarea, summary, [role="checkbox"], [role="radio"], [role="switch"], [role="tab"]';
    return [...root.querySelectorAll<HTMLElement>(pressed)].flatMap((element) => {
      // Something else is pressed in place of what is not to be seen.
      if (element.matches('.unseen, .unseen *')) return [];
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      const labels = 'labels' in element ? [...(element.labels as NodeListOf<HTMLElement>)] : []; // of inputs and buttons
      const boxes = [element, ...labels, element.closest('label')]
        .filter((one) => one !== null)
        .map((one) => one.getBoundingClientRect());
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      if (width >= least - 1 && height >= least - 1) return [];
      return [`${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 140)}`];
    });
  }, fingertip);
}
