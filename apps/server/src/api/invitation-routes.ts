import {
  CreateInvitationRequest,
  may,
  roles,
  type InvitationCreated,
  type Role,
} from '@parley/contracts';
import { Router, type Request } from 'express';
import type * as v from 'valibot';
import { admitToSpace, createInvitation, type Admitted } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import { patterns } from './patterns.ts';
import { endpoint, refusal, type Reply } from './reply.ts';
import { sessionOf } from './signed-in.ts';
import { invitationSummary } from './summaries.ts';

/** Links into a space: made, listed and taken back by those who may invite there. */
export function invitationRoutes({ registry, clock, origins }: ApiParts): Router {
  const router = Router();

  /** An endpoint for those who may invite to the space in the path. */
  const forInviters = (answer: (req: Request, admitted: Admitted) => Promise<Reply>) =>
    endpoint(async (req) => {
      const spaceId = String(req.params.spaceId);
      const admitted = await admitToSpace(registry, sessionOf(req), spaceId);
      if (admitted === null) return refusal('not-found');
      const { role, capability } = admitted;
      return may('invite', role, capability) ? answer(req, admitted) : refusal('not-allowed');
    });

  router.get(
    patterns.invitations,
    forInviters(async (_req, { place }) => {
      const rows = await registry.invitationsOf(place.space.id);
      return { status: 200, body: { invitations: rows.map(invitationSummary) } };
    }),
  );

  router.post(
    patterns.invitations,
    forInviters(async (req, { place, role }) => {
      const body = readBody(CreateInvitationRequest, req);
      if (!body.ok) return body.refusal;
      if (outranks(body.value.role, role)) return refusal('not-allowed');
      const { invitation, secret } = await createInvitation(registry, {
        ...body.value,
        spaceId: place.space.id,
        invitedBy: sessionOf(req).person.id,
        now: clock(),
      });
      const answer: v.InferOutput<typeof InvitationCreated> = {
        invitation: invitationSummary(invitation),
        // After `#` a secret reaches no server's log and no referrer.
        link: `${origins.own}/join#${secret}`,
      };
      return { status: 201, body: answer };
    }),
  );

  router.delete(
    patterns.invitation,
    forInviters(async (req, { place }) => {
      const rows = await registry.invitationsOf(place.space.id);
      const found = rows.find((row) => row.id === req.params.invitationId);
      if (!found) return refusal('not-found');
      await registry.revokeInvitation(found.id, clock());
      return { status: 204 };
    }),
  );

  return router;
}

/** Nobody gives away a role above their own. */
const outranks = (role: Role, own: Role): boolean => roles.indexOf(role) < roles.indexOf(own);
