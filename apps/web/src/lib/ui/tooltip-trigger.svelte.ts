import { untrack } from 'svelte';

/** Ms that a pointer must rest on something before its name appears. */
const patience = 450;

/**
 * When a tooltip shows: under a resting pointer or keyboard focus, until either leaves, a button is
 * pressed or Escape (WCAG 1.4.13). Never for a finger, which would cover it.
 */
export class TooltipTrigger {
  /** What has the tooltip, while it shows. */
  anchor = $state.raw<HTMLElement | null>(null);

  /** An attachment for the thing that has the tooltip; it adds listeners and replaces none. */
  readonly attach = (node: HTMLElement): (() => void) => {
    let clock: ReturnType<typeof setTimeout> | undefined;
    const listening = new AbortController();
    const { signal } = listening;
    const show = () => (this.anchor = node);
    const hide = () => {
      clearTimeout(clock);
      // What has the focus and is taken off the page loses it while the page is being drawn.
      untrack(() => (this.anchor = null));
    };
    node.addEventListener(
      'pointerenter',
      ({ pointerType }) => {
        if (pointerType !== 'touch') clock = setTimeout(show, patience);
      },
      { signal },
    );
    node.addEventListener('focus', () => node.matches(':focus-visible') && show(), { signal });
    for (const end of ['pointerleave', 'pointerdown', 'blur', 'click'] as const) {
      node.addEventListener(end, hide, { signal });
    }
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), { signal });
    return () => {
      listening.abort();
      hide();
    };
  };
}
