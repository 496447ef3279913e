import * as v from 'valibot';
import { DisplayName, Email, Password, Secret } from './text.ts';

export const SetUpRequest = v.strictObject({
  secret: Secret,
  name: DisplayName,
  email: Email,
  password: Password,
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
  /** On a shared device: minutes without use after which the session ends; null elsewhere. */
  idleMinutes: v.nullable(v.number()),
});
export type SessionAnswer = v.InferOutput<typeof SessionAnswer>;
