import { CreateInvitationRequest, outranks, type InvitationCreated } from '@parley/contracts';
import type * as v from 'valibot';
import { createInvitation } from '../access/index.ts';
import type { ApiParts } from './api.ts';
import { readBody } from './body.ts';
import type { Doors } from './doors.ts';
import { refusal } from './reply.ts';
import { invitationSummary } from './summaries.ts';

/** Links into a space: made, listed and taken back by those who may invite there. */
export function invitationDoors(doors: Doors, { registry, audit, clock, origins }: ApiParts): void {
  doors.space('GET /api/spaces/:spaceId/invitations', async (_req, { place }) => {
    const [rows, redemptions] = await Promise.all([
      registry.invitationsOf(place.space.id),
      registry.redemptionsIn(place.space.id),
    ]);
    const invitations = rows.map((row) => invitationSummary(row, redemptions));
    return { status: 200, body: { invitations } };
  });

  doors.space('POST /api/spaces/:spaceId/invitations', async (req, { session, place, role }) => {
    const body = readBody(CreateInvitationRequest, req);
    if (!body.ok) return body.refusal;
    if (outranks(body.value.role, role)) return refusal('not-allowed');
    const { invitation, secret } = await createInvitation(registry, {
      ...body.value,
      spaceId: place.space.id,
      invitedBy: session.person.id,
      now: clock(),
    });
    await audit.record({
      ...{ chain: { space: place.space.id }, by: session.person.id },
      ...{ act: 'invitation-made', subject: invitation.id },
    });
    const answer: v.InferOutput<typeof InvitationCreated> = {
      invitation: invitationSummary(invitation),
      // After `#` a secret reaches no server's log and no referrer.
      link: `${origins.own}/join#${secret}`,
    };
    return { status: 201, body: answer };
  });

  doors.space(
    'DELETE /api/spaces/:spaceId/invitations/:invitationId',
    async (req, { session, place }) => {
      const rows = await registry.invitationsOf(place.space.id);
      const found = rows.find((row) => row.id === req.params.invitationId);
      if (!found) return refusal('not-found');
      if (await registry.revokeInvitation(found.id, clock())) {
        await audit.record({
          ...{ chain: { space: place.space.id }, by: session.person.id },
          ...{ act: 'invitation-revoked', subject: found.id },
        });
      }
      return { status: 204 };
    },
  );
}
