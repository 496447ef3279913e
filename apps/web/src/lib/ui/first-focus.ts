/**
 * Where the focus goes when a panel opens: to what is marked `data-first-focus`, else to its first
 * field, else to the panel itself, so that its title is read and no button is pressed by mistake.
 * Takes the place of the primitive's own choice.
 */
export function firstFocus(event: Event, panel: HTMLElement | null): void {
  if (panel === null) return;
  event.preventDefault();
  const marked = panel.querySelector<HTMLElement>('[data-first-focus]');
  const field = panel.querySelector<HTMLElement>('input:not([readonly], [role]), textarea');
  (marked ?? field ?? panel).focus({ preventScroll: true });
}
