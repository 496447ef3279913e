import {
  JoinPreviewRequest,
  JoinRequest,
  type JoinAnswer,
  type JoinPreviewAnswer,
} from '@parley/contracts';
import type * as v from 'valibot';
import { allowTries, join, membershipOf, openInvitation } from '../access/index.ts';
import { tellHosts } from '../spaces/arrivals.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { limited } from './limited.ts';
import { refusal } from './reply.ts';

/**
 * Joining a space by its link, without a session. A hundred failures in ten minutes from one
 * address, so that a room full of people with an old link all learn that it is old; what keeps a
 * link from being guessed is its 256 bits.
 */
export function joinDoors(doors: Doors, parts: ApiParts): void {
  const { access, live, audit, endSession, accessChanged } = parts;
  const tries = allowTries(100, 10 * 60);

  doors.free('POST /api/join/preview', async (req) => {
    const body = readBody(JoinPreviewRequest, req);
    if (!body.ok) return body.refusal;
    return limited(tries, req, async () => {
      const open = await openInvitation(parts, body.value.secret);
      if (open === null) return refusal('link-not-valid');
      const answer: v.InferOutput<typeof JoinPreviewAnswer> = {
        processTitle: open.place.process.title,
        spaceTitle: open.place.space.title,
        role: membershipOf(open.invitation).role,
        waits: open.invitation.waits,
      };
      return { status: 200, body: answer };
    });
  });

  doors.free('POST /api/join', async (req) => {
    const body = readBody(JoinRequest, req);
    if (!body.ok) return body.refusal;
    return limited(tries, req, async () => {
      const before = await access.resolveSession(req.headers);
      const joined = await join(parts, body.value, before, req.headers);
      if (joined === null) return refusal('link-not-valid');
      if (joined === 'removed') return refusal('removed');
      const { person, place, invitation, setCookies, as } = joined;
      const [processId, spaceId] = [place.process.id, place.space.id];
      if (before && before.person.id !== person.id) endSession(before.key);
      const by = person.id;
      await accessChanged(by);
      if (as !== 'known') {
        const chain = { space: spaceId };
        const act = as === 'waits' ? 'asked-to-enter' : 'invitation-redeemed';
        await audit.record({ chain, by, act, subject: invitation.id });
      }
      if (as === 'waits') await tellHosts(parts, spaceId);
      if (as === 'new') {
        const { title } = place.space;
        live.toSpace(spaceId, { kind: 'member-joined', spaceId, name: person.name });
        live.toPerson(by, { kind: 'added-to-space', processId, spaceId, title });
      }
      const answer: v.InferOutput<typeof JoinAnswer> =
        as === 'waits' ? { waits: true } : { waits: false, processId, spaceId };
      return { status: 201, body: answer, setCookies };
    });
  });
}
