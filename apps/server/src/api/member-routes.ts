import { AddMemberRequest, ChangeMemberRequest } from '@parley/contracts';
import { personOf } from '../access/index.ts';
import {
  addMember,
  candidatesFor,
  changeMember,
  removeMember,
  type MemberRefusal,
} from '../spaces/members.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { refusal, type Reply } from './reply.ts';

/** Who is in a space: added, changed, removed, and leaving. */
export function memberDoors(doors: Doors, parts: ApiParts): void {
  doors.space('GET /api/spaces/:spaceId/candidates', async (_req, host) => {
    const candidates = (await candidatesFor(parts, host)).map(({ person, role }) => ({
      person: personOf(person),
      language: person.language,
      role,
    }));
    return { status: 200, body: { candidates } };
  });

  doors.space('POST /api/spaces/:spaceId/members', async (req, host) => {
    const body = readBody(AddMemberRequest, req);
    if (!body.ok) return body.refusal;
    const { personId, capability } = body.value;
    return replyOf(await addMember(parts, host, personId, capability), 201);
  });

  doors.space('PATCH /api/spaces/:spaceId/members/:personId', async (req, host) => {
    const body = readBody(ChangeMemberRequest, req);
    if (!body.ok) return body.refusal;
    return replyOf(await changeMember(parts, host, String(req.params.personId), body.value));
  });

  doors.space('DELETE /api/spaces/:spaceId/members/:personId', async (req, host) =>
    replyOf(await removeMember(parts, host, String(req.params.personId))),
  );

  doors.space('DELETE /api/spaces/:spaceId/membership', async (_req, host) =>
    replyOf(await removeMember(parts, host, host.session.person.id)),
  );
}

const replyOf = (done: 'done' | MemberRefusal, status = 204): Reply =>
  done === 'done' ? { status } : refusal(done);
