import type { SpaceAnswer } from '@parley/contracts';
import { Router } from 'express';
import { admitToSpace } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { patterns } from './patterns.ts';
import { endpoint, refusal } from './reply.ts';
import { sessionOf } from './signed-in.ts';
import { memberSummary, processSummaries, spaceSummary } from './summaries.ts';

/** A space, who is in it, and the other spaces of its process that the asker may open. */
export function spaceRoutes({ registry }: ApiParts): Router {
  const router = Router();

  router.get(
    patterns.space,
    endpoint(async (req) => {
      const session = sessionOf(req);
      const admitted = await admitToSpace(registry, session, String(req.params.spaceId));
      if (admitted === null) return refusal('not-found');
      const { place } = admitted;
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
    }),
  );

  return router;
}
