import { offerUndo } from '#lib/live/offer-undo.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Toasts } from '#lib/ui/toasts.svelte.ts';
import type { LayoutAnswer } from './layout.ts';
import { layOutAside } from './layout-aside.ts';
import type { Places } from './places.svelte.ts';

/** Milliseconds in which actors glide to their new places. */
const glide = 150;
/** So many actors glide at most; more of them are there at once. */
const mostToGlide = 300;

/**
 * Lays out all actors: worked out in a worker, shown as a glide, written as one act.
 * Rejects when the worker fails; then nothing has changed.
 */
export async function applyLayout(session: SpaceSession, places: Places, toasts: Toasts) {
  const answer = await layOutAside({
    actors: session.live.ids('actor').map((id) => {
      const { x, y } = places.of(id);
      return { id, at: { x, y } };
    }),
    ties: session.live.list('tie').map(({ from, to, kind }) => ({ from, to, kind })),
  });
  if (answer.length <= mostToGlide) {
    places.hold(answer.map(([id]) => id));
    await glideTo(places, answer);
  }
  session.board.act('lay out', () => {
    // Who was removed meanwhile needs no place.
    for (const [id, at] of answer) {
      if (session.board.get('actor', id)) session.board.change('actor', id, { at });
    }
  });
  places.release();
  offerUndo(session, toasts, m.actors_laid_out({ count: answer.length }));
}

async function glideTo(places: Places, answer: LayoutAnswer) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const moves = answer.map(([id, to]) => {
    const place = places.of(id);
    return { place, from: { x: place.x, y: place.y }, to };
  });
  const began = performance.now();
  let part = still ? 1 : 0;
  while (part < 1) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    part = Math.min(1, (now - began) / glide);
    const eased = 1 - (1 - part) ** 3;
    for (const { place, from, to } of moves) {
      place.moveTo({ x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased });
    }
  }
}
