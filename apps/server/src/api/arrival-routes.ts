import { AnswerArrivalsRequest, type Arrival } from '@parley/contracts';
import { membershipOf, personOf } from '../access/index.ts';
import { admit, tellHosts, turnAway } from '../spaces/arrivals.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';

/** Waiting rooms: who waits, for those who may let them in; and where one waits oneself. */
export function arrivalDoors(doors: Doors, parts: ApiParts): void {
  const { registry } = parts;

  doors.space('GET /api/spaces/:spaceId/arrivals', async (_req, { place }) => {
    const [rows, links] = await Promise.all([
      registry.arrivalsOf(place.space.id),
      registry.invitationsOf(place.space.id),
    ]);
    const madeAt = new Map(links.map(({ id, createdAt }) => [id, createdAt]));
    const arrivals = rows.map((row): Arrival => ({
      person: personOf(row.person),
      language: row.person.language,
      ...membershipOf(row),
      askedAt: row.askedAt,
      link: { id: row.invitationId, madeAt: madeAt.get(row.invitationId) ?? row.askedAt },
    }));
    return { status: 200, body: { arrivals } };
  });

  doors.space('POST /api/spaces/:spaceId/arrivals', async (req, { session, place }) => {
    const body = readBody(AnswerArrivalsRequest, req);
    if (!body.ok) return body.refusal;
    const rows = await registry.arrivalsOf(place.space.id);
    const chosen = rows.filter(({ personId }) => body.value.personIds.includes(personId));
    for (const arrival of chosen) {
      if (body.value.answer === 'admit') await admit(parts, session, place, arrival);
      else await turnAway(parts, session, arrival);
    }
    await tellHosts(parts, place.space.id);
    return { status: 204 };
  });

  doors.session('GET /api/waiting', async (_req, session) => {
    const places = await registry.waitingOf(session.person.id);
    const waiting = places.map(({ process, space, askedAt }) => ({
      processTitle: process.title,
      spaceTitle: space.title,
      askedAt,
    }));
    return { status: 200, body: { waiting } };
  });
}
