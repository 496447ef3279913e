/**
 * Stands an element that is drawn elsewhere in a place of the page, with all that was typed in it.
 * @returns what brings it back, unless it is gone by then
 */
export function moved(
  element: HTMLElement | undefined,
  place: HTMLElement,
  back: HTMLElement | undefined,
): () => void {
  if (element) place.append(element);
  return () => {
    if (element?.parentNode === place) back?.append(element);
  };
}
