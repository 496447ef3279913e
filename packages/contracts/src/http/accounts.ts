import * as v from 'valibot';
import { DisplayName, Email, Password, Secret } from './text.ts';

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
