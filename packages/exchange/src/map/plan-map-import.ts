import type { MapContext, MappedSheet, MapPlan } from './map-plan.ts';
import { planActors } from './plan-actors.ts';
import { planTies } from './plan-ties.ts';

/**
 * Plans the import of actors and ties from the sheets of a file; changes nothing. The same input makes
 * the same plan. A cell that says nothing takes nothing away from what is on the map.
 *
 * Who is meant is found as Kumu finds it: by id where a row has one, else by name, and by name and type
 * where it has a type. Ties without an id are recognised by their ends, kind, dates and label.
 */
export function planMapImport(sheets: readonly MappedSheet[], context: MapContext): MapPlan {
  const actors = planActors(sheets, context);
  const ties = planTies(sheets, context, actors);
  return {
    actors: {
      create: [...actors.create, ...ties.named],
      change: actors.change,
      unchanged: actors.unchanged,
    },
    ties: { create: ties.create, change: ties.change, unchanged: ties.unchanged },
    namedOnly: ties.namedOnly,
    skipped: [...actors.skipped, ...ties.skipped],
    repeated: actors.repeated,
    remarks: [...actors.remarks, ...ties.remarks],
  };
}
