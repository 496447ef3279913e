import type { Board, Result } from '@parley/model';
import { portionsOf } from '../portions.ts';
import type { MapPlan } from './map-plan.ts';

const act = 'import map';

/**
 * Does what a plan says, in portions that are each small enough to be sent at once (R4): one step of
 * undo. Stops after each portion, so that a page can breathe; where a portion is refused, the rest is
 * not written and what was is taken back.
 * @param gesture the same for the whole import
 * @returns how many actors and ties were added or changed
 */
export function* carryOutMap(
  board: Board,
  plan: MapPlan,
  gesture: string,
): Generator<void, Result<number>, void> {
  const ids = new Map<string, string>();
  let written = 0;
  const write = (portion: () => Result<unknown>): Result<unknown> => {
    const result = board.act(act, portion, gesture);
    if (!result.ok && written > 0) board.undo();
    return result;
  };
  for (const portion of portionsOf(plan.actors.create)) {
    const made = write(() => {
      const result = board.createAll(
        'actor',
        portion.map(({ values }) => values),
      );
      if (result.ok) {
        portion.forEach(({ key }, at) => ids.set(key, result.value[at] ?? ''));
      }
      return result;
    });
    if (!made.ok) return made;
    written += portion.length;
    yield;
  }
  const endOf = (key: string): string => ids.get(key) ?? key;
  // Only now everybody has an id whom others are part of.
  const nested = plan.actors.create.filter(({ within }) => within !== null);
  for (const portion of portionsOf(nested)) {
    const held = write(() =>
      eachOf(portion, ({ key, within }) => {
        const id = endOf(key);
        return (
          within !== null &&
          board.get('actor', id) &&
          board.change('actor', id, { within: endOf(within) })
        );
      }),
    );
    if (!held.ok) return held;
    yield;
  }
  for (const portion of portionsOf(plan.ties.create)) {
    const made = write(() =>
      board.createAll(
        'tie',
        portion.map(({ from, to, values }) => ({ ...values, from: endOf(from), to: endOf(to) })),
      ),
    );
    if (!made.ok) return made;
    written += portion.length;
    yield;
  }
  for (const portion of portionsOf(plan.actors.change)) {
    const changed = write(() =>
      eachOf(
        portion,
        ({ id, patch, within }) =>
          board.get('actor', id) &&
          board.change('actor', id, {
            ...patch,
            ...(within === null ? {} : { within: endOf(within) }),
          }),
      ),
    );
    if (!changed.ok) return changed;
    written += portion.length;
    yield;
  }
  for (const portion of portionsOf(plan.ties.change)) {
    const changed = write(() =>
      eachOf(portion, ({ id, from, to, patch }) => {
        const ends = { from: endOf(from), to: endOf(to) };
        return board.get('tie', id) && board.change('tie', id, { ...patch, ...ends });
      }),
    );
    if (!changed.ok) return changed;
    written += portion.length;
    yield;
  }
  return { ok: true, value: written };
}

/** Changes one after the other until one is refused; who was removed meanwhile stays removed. */
function eachOf<Change>(
  changes: readonly Change[],
  change: (one: Change) => Result<unknown> | false | undefined,
): Result<unknown> {
  for (const one of changes) {
    const result = change(one);
    if (result && !result.ok) return result;
  }
  return { ok: true, value: null };
}
