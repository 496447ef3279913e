import type { MembershipRow, ProcessRow, SpaceOfPerson, SpaceRow } from '../contract.ts';

/** A space and its process, in one row. */
export interface PlaceColumns extends Omit<SpaceRow, 'id' | 'title' | 'createdAt'> {
  readonly processTitle: string;
  readonly summary: string;
  readonly example: string;
  readonly processCreatedAt: number;
  readonly spaceId: string;
  readonly spaceTitle: string;
  readonly spaceCreatedAt: number;
}

/** What a SELECT over `spaces` and `processes` asks for to be read as `PlaceColumns`. */
export const placeColumns = `
  processes.id AS processId, processes.title AS processTitle, summary, example,
  processes.created_at AS processCreatedAt,
  spaces.id AS spaceId, spaces.kind, spaces.title AS spaceTitle, spaces.attribution,
  spaces.created_at AS spaceCreatedAt`;

export function placeOf(columns: PlaceColumns): { process: ProcessRow; space: SpaceRow } {
  const { processId, spaceId: id, kind, attribution } = columns;
  return {
    process: {
      id: processId,
      title: columns.processTitle,
      summary: columns.summary,
      example: columns.example,
      createdAt: columns.processCreatedAt,
    },
    space: {
      ...{ id, processId, kind, attribution },
      title: columns.spaceTitle,
      createdAt: columns.spaceCreatedAt,
    },
  };
}

export function spaceOfPerson(
  columns: PlaceColumns & Omit<MembershipRow, 'spaceId'>,
): SpaceOfPerson {
  const { spaceId, personId, role, capability, addedAt } = columns;
  return { ...placeOf(columns), membership: { spaceId, personId, role, capability, addedAt } };
}
