import * as v from 'valibot';
import { capabilities, roles } from '../roles.ts';
import { DisplayName, Language, Secret } from './text.ts';

export const CreateInvitationRequest = v.strictObject({
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
  /** How many people may join with this link. */
  uses: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
  /** Hours until the link stops working. */
  hours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 30)),
  /** Whether who comes by it waits until a host lets them in. */
  waits: v.optional(v.boolean(), false),
});

export const Invitation = v.object({
  id: v.string(),
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
  usesLeft: v.number(),
  /** Milliseconds since 1970 (UTC), as below. */
  createdAt: v.number(),
  expiresAt: v.number(),
  revoked: v.boolean(),
  waits: v.boolean(),
  /** The ids of those who came in by it, or asked to. */
  cameBy: v.array(v.string()),
});
export type Invitation = v.InferOutput<typeof Invitation>;
export const InvitationsAnswer = v.object({ invitations: v.array(Invitation) });
/** The link is answered once, here; afterwards only the hash of its secret is known. */
export const InvitationCreated = v.object({ invitation: Invitation, link: v.string() });
export const JoinPreviewAnswer = v.object({
  processTitle: v.string(),
  spaceTitle: v.string(),
  role: v.picklist(roles),
  /** Whether a host lets people in one by one. */
  waits: v.boolean(),
});
/** Whoever waits learns where they are once they are let in. */
export const JoinAnswer = v.variant('waits', [
  v.object({ waits: v.literal(false), processId: v.string(), spaceId: v.string() }),
  v.object({ waits: v.literal(true) }),
]);

export const JoinPreviewRequest = v.strictObject({ secret: Secret });
export const JoinRequest = v.strictObject({
  secret: Secret,
  displayName: DisplayName,
  /** What a guest reads in. */
  language: v.optional(Language, ''),
});
