import {
  PasskeyOptions,
  paths,
  ProviderAnswer,
  type ResetMailRequest,
  type ResetRequest,
  SignInAnswer,
  type SignInByCodeRequest,
  type SignInByPasskeyRequest,
  type SignInByProviderRequest,
  type SignInRequest,
  SignInWays,
} from '@parley/contracts';
import * as v from 'valibot';
import { call, type CallOptions } from './call.ts';

/** What the sign-in page may offer. */
export const readSignInWays = (fetch?: CallOptions['fetch']) =>
  call(paths.signIn, SignInWays, fetch ? { fetch } : {});

export const signIn = (body: v.InferInput<typeof SignInRequest>) =>
  call(paths.signIn, SignInAnswer, { body });

/** The second step, after a password that was right. */
export const signInByCode = (body: v.InferInput<typeof SignInByCodeRequest>) =>
  call(paths.signInByCode, v.unknown(), { body });

export const passkeySignInOptions = () =>
  call(paths.passkeySignInOptions, PasskeyOptions, { method: 'POST' });

export const signInByPasskey = (body: v.InferInput<typeof SignInByPasskeyRequest>) =>
  call(paths.signInByPasskey, v.unknown(), { body });

/** Where the browser has to go to sign in at the identity provider. */
export const signInByProvider = (body: v.InferInput<typeof SignInByProviderRequest>) =>
  call(paths.signInByProvider, ProviderAnswer, { body });

/** Has a link sent, if the address has an account. */
export const askForResetMail = (body: v.InferInput<typeof ResetMailRequest>) =>
  call(paths.resetMail, v.unknown(), { body });

/** Sets a password by the secret of a link. */
export const resetPassword = (body: v.InferInput<typeof ResetRequest>) =>
  call(paths.reset, v.unknown(), { body });
