import type { MapContext, MappedSheet, MapPlan } from './map-plan.ts';
import { planActors } from './plan-actors.ts';
import { NamedActors } from './named-actors.ts';
import { planNesting } from './plan-nesting.ts';
import { planTies } from './plan-ties.ts';
import { wordsTaken } from './words-taken.ts';

/**
 * Plans the import of actors and ties from the sheets of a file; changes nothing. The same input makes
 * the same plan. A cell that says nothing takes nothing away from what is on the map.
 *
 * Who is meant is found as Kumu finds it: by id where a row has one, else by name, and by name and type
 * where it has a type. Ties without an id are recognised by their ends, kind, dates and label.
 * @param passed called once for each row that is read
 */
export function planMapImport(
  sheets: readonly MappedSheet[],
  context: MapContext,
  passed: () => void = () => undefined,
): MapPlan {
  const actors = planActors(sheets, context, passed);
  const named = new NamedActors(context, actors);
  const ties = planTies(sheets, context, named, passed);
  const { holders, remarks } = planNesting(actors.nested, context, named);
  const heldBy = (key: string) => holders.get(key) ?? null;
  const change = actors.change
    .map((one) => ({ ...one, within: heldBy(one.id) }))
    .filter(({ patch, within }) => within !== null || Object.keys(patch).length > 0);
  return {
    actors: {
      create: [...actors.create, ...named.named].map((one) => ({
        ...one,
        within: heldBy(one.key),
      })),
      change,
      unchanged: actors.change.length - change.length,
    },
    ties: { create: ties.create, change: ties.change, unchanged: ties.unchanged },
    namedOnly: named.namedOnly,
    skipped: [...actors.skipped, ...ties.skipped],
    repeated: actors.repeated,
    remarks: [...actors.remarks, ...remarks, ...ties.remarks],
    words: wordsTaken(sheets, context),
  };
}
