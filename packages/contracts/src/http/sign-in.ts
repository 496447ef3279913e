import * as v from 'valibot';
import { SessionAnswer } from './accounts.ts';
import { Email, GivenPassword, Password, Secret } from './text.ts';

/*
 * The ways to open a session with an account, and to get a new password.
 */

/** What the sign-in page may offer. */
export const SignInWays = v.object({
  /** What people call the identity provider; null where there is none. */
  provider: v.nullable(v.string()),
  /** Whether the server can send mail, and so a link for a new password. */
  mail: v.boolean(),
});
export type SignInWays = v.InferOutput<typeof SignInWays>;

/** Whether other people use the device: the session then ends when nobody uses it. */
const Shared = v.optional(v.boolean(), false);

export const SignInRequest = v.strictObject({
  email: Email,
  password: GivenPassword,
  shared: Shared,
});
/** Either the session, or the wish for a code as well: the password was right. */
export const SignInAnswer = v.union([SessionAnswer, v.object({ codeWanted: v.literal(true) })]);
export type SignInAnswer = v.InferOutput<typeof SignInAnswer>;

/** Six digits of an authenticator app; spaces between them do not matter. */
export const AppCode = v.pipe(
  v.string(),
  v.transform((text) => text.replaceAll(/\s/g, '')),
  v.regex(/^\d{6}$/),
);
const RecoveryCode = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9]{5}-?[A-Za-z0-9]{5}$/));

export const SignInByCodeRequest = v.strictObject({
  kind: v.picklist(['app', 'recovery']),
  code: v.union([AppCode, RecoveryCode]),
  shared: Shared,
});

/** What a browser gives for a passkey, in the JSON form of WebAuthn level 3; checked by its library. */
export const PasskeyResponse = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(1400)),
  rawId: v.pipe(v.string(), v.maxLength(1400)),
  type: v.literal('public-key'),
  response: v.record(v.string(), v.unknown()),
  clientExtensionResults: v.record(v.string(), v.unknown()),
  authenticatorAttachment: v.optional(v.string()),
});
/** The question to the browser, in the same form. */
export const PasskeyOptions = v.looseObject({ challenge: v.string() });

export const SignInByPasskeyRequest = v.strictObject({ response: PasskeyResponse, shared: Shared });

/** A path of this server, which no browser could read as another host. */
const OwnPath = v.pipe(v.string(), v.maxLength(2000), v.regex(/^\/(?![/\\])[^\s\\]*$/));
export const SignInByProviderRequest = v.strictObject({ next: OwnPath, shared: Shared });
/** Where the browser has to go. */
export const ProviderAnswer = v.object({ url: v.string() });

export const ResetRequest = v.strictObject({ secret: Secret, password: Password });
export const ResetMailRequest = v.strictObject({ email: Email });
