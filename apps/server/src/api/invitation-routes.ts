import {
  CreateInvitationRequest,
  InvitationCreated,
  may,
  roles,
  type Role,
} from '@parley/contracts';
import { Router, type Request, type Response } from 'express';
import type * as v from 'valibot';
import { admitToSpace, createInvitation, type Admitted } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import { refuse } from './refusal.ts';
import { patterns } from './patterns.ts';
import { sessionOf } from './signed-in.ts';
import { invitationSummary } from './summaries.ts';

/** Links into a space: made, listed and taken back by those who may invite there. */
export function invitationRoutes({ registry, clock, origins }: ApiParts): Router {
  const router = Router();

  /** The space if the asker may invite to it; otherwise the request was refused. */
  const placeOfInviter = async (req: Request, res: Response): Promise<Admitted | null> => {
    const admitted = await admitToSpace(registry, sessionOf(res), String(req.params.spaceId));
    if (admitted === null) refuse(res, 'not-found');
    else if (may('invite', admitted.role, admitted.capability)) return admitted;
    else refuse(res, 'not-allowed');
    return null;
  };

  router.get(patterns.invitations, async (req, res) => {
    const admitted = await placeOfInviter(req, res);
    if (admitted === null) return;
    const rows = await registry.invitationsOf(admitted.place.space.id);
    res.json({ invitations: rows.map(invitationSummary) });
  });

  router.post(patterns.invitations, async (req, res) => {
    const admitted = await placeOfInviter(req, res);
    if (admitted === null) return;
    const body = readBody(CreateInvitationRequest, req, res);
    if (body === null) return;
    if (outranks(body.role, admitted.role)) return refuse(res, 'not-allowed');
    const { invitation, secret } = await createInvitation(registry, {
      ...body,
      spaceId: admitted.place.space.id,
      invitedBy: sessionOf(res).person.id,
      now: clock(),
    });
    const answer: v.InferOutput<typeof InvitationCreated> = {
      invitation: invitationSummary(invitation),
      // After `#` a secret reaches no server's log and no referrer.
      link: `${origins.own}/join#${secret}`,
    };
    res.status(201).json(answer);
  });

  router.delete(patterns.invitation, async (req, res) => {
    const admitted = await placeOfInviter(req, res);
    if (admitted === null) return;
    const { invitationId } = req.params;
    const rows = await registry.invitationsOf(admitted.place.space.id);
    const found = rows.find((row) => row.id === invitationId);
    if (!found) return refuse(res, 'not-found');
    await registry.revokeInvitation(found.id, clock());
    res.status(204).end();
  });

  return router;
}

/** Nobody gives away a role above their own. */
const outranks = (role: Role, own: Role): boolean => roles.indexOf(role) < roles.indexOf(own);
