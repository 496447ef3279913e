import type { SpaceAnswer } from '@parley/contracts';
import type { ApiParts } from './api.ts';
import type { Doors } from './doors.ts';
import { refusal } from './reply.ts';
import { memberSummary, processSummaries, spaceSummary } from './summaries.ts';

/** A space, who is in it, and the other spaces of its process that the asker may open. */
export function spaceDoors(doors: Doors, { registry }: ApiParts): void {
  doors.space('GET /api/spaces/:spaceId', async (_req, { session, place }) => {
    const [places, members] = await Promise.all([
      registry.spacesOf(session.person.id),
      registry.membersOf(place.space.id),
    ]);
    const [process] = processSummaries(
      places.filter((other) => other.process.id === place.process.id),
    );
    if (!process) return refusal('not-found');
    const answer: SpaceAnswer = {
      process,
      space: spaceSummary(place),
      members: members.map(memberSummary),
    };
    return { status: 200, body: answer };
  });
}
