import {
  type CreateInvitationRequest,
  InvitationCreated,
  InvitationsAnswer,
  paths,
} from '@parley/contracts';
import * as v from 'valibot';
import { call } from './call.ts';

export const readInvitations = (spaceId: string) =>
  call(paths.invitations(spaceId), InvitationsAnswer);

/** Answers the link, this once; afterwards nobody can read it again. */
export const createInvitation = (
  spaceId: string,
  body: v.InferInput<typeof CreateInvitationRequest>,
) => call(paths.invitations(spaceId), InvitationCreated, { body });

export const revokeInvitation = (spaceId: string, invitationId: string) =>
  call(paths.invitation(spaceId, invitationId), v.unknown(), { method: 'DELETE' });
