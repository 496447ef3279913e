import { paths } from '@parley/contracts';

/** The paths of contracts with their ids as route parameters. */
export const patterns = {
  process: `${paths.processes}/:processId`,
  space: '/api/spaces/:spaceId',
  invitations: '/api/spaces/:spaceId/invitations',
  invitation: '/api/spaces/:spaceId/invitations/:invitationId',
} as const;
