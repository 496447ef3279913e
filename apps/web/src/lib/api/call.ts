import { ApiError, type Refusal } from '@parley/contracts';
import * as v from 'valibot';

/** Why a call gave nothing: the server would not, it could not be reached, or it said nonsense. */
export type Reason = Refusal | 'unreachable' | 'not-understood';

export type Result<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      reason: Reason;
      /** Names of the request's fields that did not validate. */ fields: string[];
    };

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** SvelteKit's own `fetch` inside a load function; the browser's elsewhere. */
  fetch?: typeof globalThis.fetch;
}

const refused = (reason: Reason, fields: string[] = []) => ({ ok: false, reason, fields }) as const;

/**
 * Asks the server, and believes no answer that does not validate. Throws nothing: everything that can
 * go wrong on a line is a `Reason`.
 */
export async function call<Answer extends v.GenericSchema>(
  path: string,
  answer: Answer,
  options: CallOptions = {},
): Promise<Result<v.InferOutput<Answer>>> {
  const { body, fetch = globalThis.fetch } = options;
  let response: Response;
  let content: unknown;
  try {
    response = await fetch(path, {
      method: options.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
    });
    content = response.status === 204 ? undefined : JSON.parse((await response.text()) || 'null');
  } catch (fault) {
    return refused(fault instanceof SyntaxError ? 'not-understood' : 'unreachable');
  }
  if (!response.ok) {
    const error = v.safeParse(ApiError, content);
    return error.success
      ? refused(error.output.error, error.output.fields)
      : refused(response.status >= 500 ? 'server-fault' : 'not-understood');
  }
  const parsed = v.safeParse(answer, content);
  return parsed.success ? { ok: true, value: parsed.output } : refused('not-understood');
}
