import type { Attachment } from 'svelte/attachments';

/**
 * Shows an element (with `popover="manual"`) above everything, under a cell or over it where there is
 * more room, as wide as the cell at least. It follows the cell when the table scrolls.
 */
export function anchored(anchor: () => HTMLElement | null | undefined): Attachment<HTMLElement> {
  return (element) => {
    const place = () => {
      const cell = anchor()?.getBoundingClientRect();
      if (!cell) return;
      const below = window.innerHeight - cell.bottom - edge;
      const above = cell.top - edge;
      const over = below < Math.min(element.scrollHeight, 200) && above > below;
      element.style.minInlineSize = `${cell.width}px`;
      element.style.maxBlockSize = `${over ? above : below}px`;
      element.style.left = `${Math.max(edge, Math.min(cell.left, window.innerWidth - element.offsetWidth - edge))}px`;
      element.style.top = over ? 'auto' : `${cell.bottom}px`;
      element.style.bottom = over ? `${window.innerHeight - cell.top}px` : 'auto';
    };
    element.showPopover();
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    const sized = new ResizeObserver(place);
    sized.observe(element);
    return () => {
      sized.disconnect();
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  };
}

/** Room left to the edge of the window, in pixels. */
const edge = 8;
