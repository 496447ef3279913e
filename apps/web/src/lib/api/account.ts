import {
  AccountAnswer,
  type AddPasskeyRequest,
  type ChangePasswordRequest,
  PasskeyOptions,
  paths,
  RecoveryCodesAnswer,
  TwoStepAnswer,
} from '@parley/contracts';
import * as v from 'valibot';
import { call, type CallOptions } from './call.ts';

/*
 * Somebody's own account.
 */

export const readAccount = (fetch?: CallOptions['fetch']) =>
  call(paths.account, AccountAnswer, fetch ? { fetch } : {});

export const renameAccount = (name: string) =>
  call(paths.account, v.unknown(), { method: 'PATCH', body: { name } });

export const changePassword = (body: v.InferInput<typeof ChangePasswordRequest>) =>
  call(paths.accountPassword, v.unknown(), { body });

/** Begins to turn on the second step: what the app is told, and the recovery codes. */
export const startTwoStep = (password: string) =>
  call(paths.twoStep, TwoStepAnswer, { body: { password } });

export const confirmTwoStep = (code: string) =>
  call(paths.twoStepConfirm, v.unknown(), { body: { code } });

export const newRecoveryCodes = (password: string) =>
  call(paths.twoStepCodes, RecoveryCodesAnswer, { body: { password } });

export const turnOffTwoStep = (password: string) =>
  call(paths.twoStepOff, v.unknown(), { body: { password } });

/** @param password undefined: none was asked for yet */
export const passkeyOptions = (password: string | undefined) =>
  call(paths.passkeyOptions, PasskeyOptions, { body: password === undefined ? {} : { password } });

export const addPasskey = (body: v.InferInput<typeof AddPasskeyRequest>) =>
  call(paths.passkeys, v.unknown(), { body });

export const renamePasskey = (id: string, name: string) =>
  call(paths.passkey(id), v.unknown(), { method: 'PATCH', body: { name } });

export const removePasskey = (id: string) =>
  call(paths.passkey(id), v.unknown(), { method: 'DELETE' });

export const endSession = (id: string) =>
  call(paths.accountSession(id), v.unknown(), { method: 'DELETE' });

export const endOtherSessions = () => call(paths.endOtherSessions, v.unknown(), { method: 'POST' });
