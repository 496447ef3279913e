/*
 * Where the HTTP API is. Every body is JSON. A refusal is an `ApiError` with a status of 4xx: 401
 * without a session, 403 for wrong credentials and for an act that is not this person's, 404 for what
 * is not there or closed to them (the two are not told apart), 409 when it is set up already, 413 and
 * 415 for a body too large or not JSON, 422 for one that does not validate, 429 when tried too often.
 * What changes something needs the Origin of a page of ours. Who may knock where is in doors.ts.
 */
export const paths = {
  session: '/api/session',
  setUp: '/api/set-up',
  signIn: '/api/sign-in',
  signInByCode: '/api/sign-in/code',
  passkeySignInOptions: '/api/sign-in/passkey/options',
  signInByPasskey: '/api/sign-in/passkey',
  signInByProvider: '/api/sign-in/oidc',
  providerCallback: '/api/sign-in/callback/oidc',
  reset: '/api/reset',
  resetMail: '/api/reset/mail',
  signOut: '/api/sign-out',
  account: '/api/account',
  accountPassword: '/api/account/password',
  twoStep: '/api/account/two-step',
  twoStepConfirm: '/api/account/two-step/confirm',
  twoStepCodes: '/api/account/two-step/codes',
  twoStepOff: '/api/account/two-step/off',
  passkeyOptions: '/api/account/passkeys/options',
  passkeys: '/api/account/passkeys',
  passkey: (passkeyId: string) => `/api/account/passkeys/${encodeURIComponent(passkeyId)}`,
  endOtherSessions: '/api/account/sessions/end-others',
  accountSession: (sessionId: string) => `/api/account/sessions/${encodeURIComponent(sessionId)}`,
  join: '/api/join',
  joinPreview: '/api/join/preview',
  processes: '/api/processes',
  examples: '/api/processes/examples',
  process: (processId: string) => `/api/processes/${encodeURIComponent(processId)}`,
  spaces: (processId: string) => `/api/processes/${encodeURIComponent(processId)}/spaces`,
  endProcess: (processId: string) => `/api/processes/${encodeURIComponent(processId)}/end`,
  space: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}`,
  voices: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/voices`,
  screenings: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/screenings`,
  rounds: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/rounds`,
  ballots: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/ballots`,
  invitations: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/invitations`,
  invitation: (spaceId: string, invitationId: string) =>
    `/api/spaces/${encodeURIComponent(spaceId)}/invitations/${encodeURIComponent(invitationId)}`,
  opens: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/opens`,
  spaceAudit: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/audit`,
  spaceAuditHead: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/audit/head`,
  processAudit: (processId: string) => `/api/processes/${encodeURIComponent(processId)}/audit`,
  processAuditHead: (processId: string) =>
    `/api/processes/${encodeURIComponent(processId)}/audit/head`,
  exports: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/exports`,
  endSpace: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/end`,
  reopenSpace: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/reopen`,
  candidates: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/candidates`,
  members: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/members`,
  member: (spaceId: string, personId: string) =>
    `/api/spaces/${encodeURIComponent(spaceId)}/members/${encodeURIComponent(personId)}`,
  /** One's own place in a space. */
  membership: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/membership`,
  arrivals: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/arrivals`,
  waiting: '/api/waiting',
} as const;
