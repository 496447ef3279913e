import {
  ChangeSpaceRequest,
  CreateSpaceRequest,
  may,
  type AuditAct,
  type SpaceAnswer,
} from '@parley/contracts';
import { endProcess, endSpace, reopenSpace } from '../spaces/endings.ts';
import { makeSpace } from '../spaces/make-space.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { refusal } from './reply.ts';
import { memberSummary, processSummaries, spaceSummary } from './summaries.ts';

/** Spaces: one with who is in it, further ones, their names and rules, and their ends. */
export function spaceDoors(doors: Doors, parts: ApiParts): void {
  const { registry, live, audit } = parts;

  doors.space('GET /api/spaces/:spaceId', async (_req, { session, place, role, capability }) => {
    const admits = may('admit', role, capability);
    const [places, members, arrivals] = await Promise.all([
      registry.spacesOf(session.person.id),
      registry.membersOf(place.space.id),
      admits ? registry.arrivalsOf(place.space.id) : [],
    ]);
    const [process] = processSummaries(
      places.filter((other) => other.process.id === place.process.id),
    );
    if (!process) return refusal('not-found');
    const answer: SpaceAnswer = {
      process,
      space: spaceSummary(place),
      members: members.map(memberSummary),
      waiting: arrivals.length,
    };
    return { status: 200, body: answer };
  });

  doors.process(
    'POST /api/processes/:processId/spaces',
    async (req, { session, process, role }) => {
      const body = readBody(CreateSpaceRequest, req);
      if (!body.ok) return body.refusal;
      const place = await makeSpace(parts, session, process, role, body.value);
      if (place === null) return refusal('not-found');
      return { status: 201, body: { processId: process.id, space: spaceSummary(place) } };
    },
  );

  doors.space('PATCH /api/spaces/:spaceId', async (req, { session, place }) => {
    const body = readBody(ChangeSpaceRequest, req);
    if (!body.ok) return body.refusal;
    const { title = place.space.title, attribution = place.space.attribution } = body.value;
    const acts: AuditAct[] = [];
    if (title !== place.space.title) acts.push('space-renamed');
    if (attribution !== place.space.attribution) acts.push('attribution-changed');
    const spaceId = place.space.id;
    if (acts.length > 0) {
      if (!(await registry.changeSpace(spaceId, { title, attribution }))) {
        return refusal('not-found');
      }
      for (const act of acts) {
        await audit.record({ chain: { space: spaceId }, by: session.person.id, act });
      }
      live.toSpace(spaceId, { kind: 'place-changed', spaceId });
    }
    const changed = { ...place, space: { ...place.space, title, attribution } };
    return { status: 200, body: spaceSummary(changed) };
  });

  doors.space('POST /api/spaces/:spaceId/end', async (_req, { session, place }) =>
    (await endSpace(parts, session, place)) ? { status: 204 } : refusal('not-found'),
  );

  doors.endedSpace('POST /api/spaces/:spaceId/reopen', async (_req, { session, place }) => {
    const done = await reopenSpace(parts, session, place);
    return done === 'done' ? { status: 204 } : refusal(done);
  });

  doors.process('POST /api/processes/:processId/end', async (_req, { session, process }) =>
    (await endProcess(parts, session, process.id)) ? { status: 204 } : refusal('not-found'),
  );
}
