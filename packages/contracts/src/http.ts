import * as v from 'valibot';
import { capabilities, roles } from './roles.ts';

/*
 * The HTTP API, request and answer. Paths stand in `paths`; every body is JSON. A refusal is an
 * `ApiError` with a status of 4xx: 401 without a session, 403 for wrong credentials and for an act
 * that is not this person's, 404 for what is not there or closed to them (the two are not told
 * apart), 409 when it is set up already, 413 and 415 for a body too large or not JSON, 422 for one
 * that does not validate, 429 when tried too often. What changes something needs the Origin of a
 * page of ours.
 *
 *   GET    session              → SessionAnswer
 *   POST   setUp, signIn        SetUpRequest, SignInRequest → SessionAnswer, and the session's cookie
 *   POST   signOut              → 204
 *   POST   joinPreview, join    JoinPreviewRequest, JoinRequest → JoinPreviewAnswer, JoinAnswer
 *   GET    processes            → ProcessesAnswer
 *   POST   processes, examples  CreateProcessRequest, CreateExampleRequest → ProcessAnswer
 *   PATCH  process              RenameProcessRequest → ProcessAnswer
 *   GET    space                → SpaceAnswer
 *   GET    invitations          → InvitationsAnswer
 *   POST   invitations          CreateInvitationRequest → InvitationCreated
 *   DELETE invitation           → 204
 *
 * setUp, signIn, joinPreview and join are open; everything else needs a session.
 */

const oneLine = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));

export const paths = {
  session: '/api/session',
  setUp: '/api/set-up',
  signIn: '/api/sign-in',
  signOut: '/api/sign-out',
  join: '/api/join',
  joinPreview: '/api/join/preview',
  processes: '/api/processes',
  examples: '/api/processes/examples',
  process: (processId: string) => `/api/processes/${encodeURIComponent(processId)}`,
  space: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}`,
  invitations: (spaceId: string) => `/api/spaces/${encodeURIComponent(spaceId)}/invitations`,
  invitation: (spaceId: string, invitationId: string) =>
    `/api/spaces/${encodeURIComponent(spaceId)}/invitations/${encodeURIComponent(invitationId)}`,
} as const;

/** The id under which a space's board is synced at `/sync/<document id>`. */
export const boardDocumentId = (spaceId: string): string => `${spaceId}.board`;

/** The inverse of `boardDocumentId`; null for anything else. */
export function spaceOfDocument(documentId: string): string | null {
  const match = /^([A-Za-z0-9_-]{8,64})\.board$/.exec(documentId);
  return match?.[1] ?? null;
}

export const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
export const DisplayName = oneLine(80);
export const Title = oneLine(160);
export const Email = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(254), v.email());
export const Password = v.pipe(v.string(), v.minLength(12), v.maxLength(200));

export const SetUpRequest = v.strictObject({
  secret: Secret,
  name: DisplayName,
  email: Email,
  password: Password,
});
export const SignInRequest = v.strictObject({
  email: Email,
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});
export const JoinPreviewRequest = v.strictObject({ secret: Secret });
export const JoinRequest = v.strictObject({ secret: Secret, displayName: DisplayName });
export const CreateProcessRequest = v.strictObject({ title: Title });
export const exampleNames = ['lake-meridia', 'yemen-ndc-2012'] as const;
export type ExampleName = (typeof exampleNames)[number];
export const CreateExampleRequest = v.strictObject({ example: v.picklist(exampleNames) });
export const RenameProcessRequest = v.strictObject({ title: Title });
export const CreateInvitationRequest = v.strictObject({
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
  /** How many people may join with this link. */
  uses: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
  /** Hours until the link stops working. */
  hours: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 30)),
});

export const Person = v.object({
  id: v.string(),
  kind: v.picklist(['account', 'guest']),
  name: v.string(),
  /** Index into the palette of presence colours, 0–7. */
  color: v.number(),
});
export type Person = v.InferOutput<typeof Person>;

export const SessionAnswer = v.object({
  person: Person,
  /** An account may make processes of its own; a guest may not. */
  mayCreateProcesses: v.boolean(),
});
export type SessionAnswer = v.InferOutput<typeof SessionAnswer>;

export const SpaceSummary = v.object({
  id: v.string(),
  kind: v.picklist(['team', 'plenary', 'caucus']),
  title: v.string(),
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
});
export type SpaceSummary = v.InferOutput<typeof SpaceSummary>;

export const ProcessSummary = v.object({
  id: v.string(),
  title: v.string(),
  summary: v.string(),
  example: v.string(),
  createdAt: v.number(),
  spaces: v.array(SpaceSummary),
});
export type ProcessSummary = v.InferOutput<typeof ProcessSummary>;
export const ProcessesAnswer = v.object({ processes: v.array(ProcessSummary) });
export const ProcessAnswer = v.object({ process: ProcessSummary });

export const Member = v.object({
  person: Person,
  role: v.picklist(roles),
  capability: v.picklist(capabilities),
});
export type Member = v.InferOutput<typeof Member>;

export const SpaceAnswer = v.object({
  /** The process with the spaces of it that the asker may open: the rail's list. */
  process: ProcessSummary,
  space: SpaceSummary,
  members: v.array(Member),
});
export type SpaceAnswer = v.InferOutput<typeof SpaceAnswer>;

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

/** Machine-readable reasons; the client has a sentence for each, in the reader's language. */
export const refusals = [
  'no-session',
  'not-found',
  'invalid',
  'too-many-tries',
  'wrong-credentials',
  'link-not-valid',
  'already-set-up',
  'not-allowed',
  'server-fault',
] as const;
export type Refusal = (typeof refusals)[number];
export const ApiError = v.object({
  error: v.picklist(refusals),
  /** Names of the fields that did not validate, for `invalid`. */
  fields: v.optional(v.array(v.string())),
});
export type ApiError = v.InferOutput<typeof ApiError>;
