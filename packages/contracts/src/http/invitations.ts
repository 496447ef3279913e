import * as v from 'valibot';
import { capabilities, roles } from '../roles.ts';
import { DisplayName, Secret } from './text.ts';

export const CreateInvitationRequest = v.strictObject({
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
  /** How many people may join with this link. */
  uses: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
  /** Hours until the link stops working. */
  hours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 30)),
});

export const Invitation = v.object({
  id: v.string(),
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
  usesLeft: v.number(),
  expiresAt: v.number(),
  revoked: v.boolean(),
});
export type Invitation = v.InferOutput<typeof Invitation>;
export const InvitationsAnswer = v.object({ invitations: v.array(Invitation) });
/** The link is answered once, here; afterwards only the hash of its secret is known. */
export const InvitationCreated = v.object({ invitation: Invitation, link: v.string() });
export const JoinPreviewAnswer = v.object({
  processTitle: v.string(),
  spaceTitle: v.string(),
  role: v.picklist(roles),
});
export const JoinAnswer = v.object({ processId: v.string(), spaceId: v.string() });

export const JoinPreviewRequest = v.strictObject({ secret: Secret });
export const JoinRequest = v.strictObject({ secret: Secret, displayName: DisplayName });
