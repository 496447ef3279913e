import * as v from 'valibot';
import { AppCode, PasskeyResponse } from './sign-in.ts';
import { DisplayName, GivenPassword, oneLine, Password } from './text.ts';

/*
 * Somebody's own account: what the page "Your account" shows and changes.
 */

export const PasskeySummary = v.object({
  id: v.string(),
  name: v.string(),
  /** Milliseconds since 1970 (UTC). */
  addedAt: v.number(),
  /** Whether it is copied between its owner's devices. */
  synced: v.boolean(),
});
export type PasskeySummary = v.InferOutput<typeof PasskeySummary>;

export const SessionSummary = v.object({
  id: v.string(),
  /** Names of browser and system; empty where they are not known. No address is kept. */
  browser: v.string(),
  system: v.string(),
  shared: v.boolean(),
  /** Milliseconds since 1970 (UTC). */
  startedAt: v.number(),
  /** Whether it is the one that asks. */
  current: v.boolean(),
});
export type SessionSummary = v.InferOutput<typeof SessionSummary>;

export const AccountAnswer = v.object({
  name: v.string(),
  email: v.string(),
  /** False for who comes by passkey or identity provider alone. */
  hasPassword: v.boolean(),
  twoStep: v.object({ on: v.boolean(), codesLeft: v.number() }),
  passkeys: v.array(PasskeySummary),
  sessions: v.array(SessionSummary),
});
export type AccountAnswer = v.InferOutput<typeof AccountAnswer>;

export const RenameRequest = v.strictObject({ name: DisplayName });
export const ChangePasswordRequest = v.strictObject({ current: GivenPassword, password: Password });

/** Turning the second step on begins, turning it off and new recovery codes: with the password. */
export const PasswordRequest = v.strictObject({ password: GivenPassword });
export const TwoStepAnswer = v.object({
  /** `otpauth://…`, to be shown as a QR code. */
  uri: v.string(),
  /** The same secret for typing. */
  secret: v.string(),
  recoveryCodes: v.array(v.string()),
});
export type TwoStepAnswer = v.InferOutput<typeof TwoStepAnswer>;
export const TwoStepConfirmRequest = v.strictObject({ code: AppCode });
export const RecoveryCodesAnswer = v.object({ recoveryCodes: v.array(v.string()) });

const PasskeyName = oneLine(60);
/** With the password, where the session did not begin just now (`not-fresh`). */
export const PasskeyOptionsRequest = v.strictObject({ password: v.optional(GivenPassword) });
export const AddPasskeyRequest = v.strictObject({ name: PasskeyName, response: PasskeyResponse });
export const RenamePasskeyRequest = v.strictObject({ name: PasskeyName });
