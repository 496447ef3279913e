import {
  JoinAnswer,
  JoinPreviewAnswer,
  type JoinRequest,
  paths,
  SessionAnswer,
  type SetUpRequest,
} from '@parley/contracts';
import * as v from 'valibot';
import { call, type CallOptions } from './call.ts';

/** Who is signed in here; refused with `no-session` when nobody is. */
export const readSession = (fetch?: CallOptions['fetch']) =>
  call(paths.session, SessionAnswer, fetch ? { fetch } : {});

/** Makes the first account with the secret that the server printed, and signs it in. */
export const setUp = (body: v.InferInput<typeof SetUpRequest>) =>
  call(paths.setUp, v.unknown(), { body });

export const signOut = () => call(paths.signOut, v.unknown(), { method: 'POST' });

/** What a link leads to. Uses nothing up. */
export const previewInvitation = (secret: string) =>
  call(paths.joinPreview, JoinPreviewAnswer, { body: { secret } });

/** Uses the link once, for a guest of this name or for whoever is signed in. */
export const join = (body: v.InferInput<typeof JoinRequest>) =>
  call(paths.join, JoinAnswer, { body });
