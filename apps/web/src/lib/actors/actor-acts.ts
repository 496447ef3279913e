import type { TieKind } from '@parley/model';
import type { Point } from '@parley/model/map';
import { offerUndo } from '#lib/live/offer-undo.ts';
import type { SpaceSession } from '#lib/live/space-session.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Toasts } from '#lib/ui/toasts.svelte.ts';

/** What people do on the actors board: each one act, one step of undo. */
export class ActorActs {
  readonly #session: SpaceSession;
  readonly #toasts: Toasts;

  constructor(session: SpaceSession, toasts: Toasts) {
    this.#session = session;
    this.#toasts = toasts;
  }

  /** Adds an actor and selects it. @returns its id; null when it was refused */
  addActor(at: Point | null): string | null {
    const { board, selection } = this.#session;
    const place = at && { x: Math.round(at.x), y: Math.round(at.y) };
    const made = board.create('actor', { name: m.actors_new_name(), at: place });
    if (!this.#session.say(made) || !made.ok) return null;
    selection.set([made.value]);
    return made.value;
  }

  /** Adds a tie and selects it. */
  addTie(from: string, to: string, kind: TieKind): void {
    const { board, selection } = this.#session;
    const made = board.create('tie', { from, to, kind });
    if (this.#session.say(made) && made.ok) selection.set([made.value]);
  }

  /** Removes actors and ties, and says so with an undo. */
  remove(ids: readonly string[]): void {
    const { board, live, selection } = this.#session;
    const actors = ids.filter((id) => board.get('actor', id));
    const ties = ids.filter((id) => board.get('tie', id));
    if (actors.length + ties.length === 0 || !this.#session.canEdit) return;
    const [first] = actors;
    const name = first === undefined ? '' : (live.get('actor', first)?.name ?? '');
    board.act('remove actor', () => {
      board.remove('tie', ties);
      board.remove('actor', actors);
    });
    selection.clear();
    offerUndo(
      this.#session,
      this.#toasts,
      actors.length === 1
        ? m.actors_removed_one({ name })
        : actors.length > 1
          ? m.actors_removed_many({ count: actors.length })
          : m.actors_removed_ties({ count: ties.length }),
    );
  }
}
