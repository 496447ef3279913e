/**
 * Stands an element that is drawn elsewhere in a place of the page, with all that was typed in it.
 * @returns what brings it back
 */
export function moved(
  element: HTMLElement | undefined,
  place: HTMLElement,
  back: HTMLElement | undefined,
): () => void {
  if (element) place.append(element);
  return () => {
    if (element) back?.append(element);
  };
}
