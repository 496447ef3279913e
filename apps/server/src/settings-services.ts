import * as v from 'valibot';
import { StartupProblem } from './startup-problem.ts';

/** An identity provider (OpenID Connect). */
export interface OidcSettings {
  /** Where its `/.well-known/openid-configuration` is, without a slash at the end. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
}

/** A mail server that takes mail from Parley. */
export interface SmtpSettings {
  /** `smtp://…` or `smtps://…`, with user and password where it asks for them. */
  readonly url: string;
  /** Who the mail is from. */
  readonly from: string;
}

const HttpUrl = v.pipe(
  v.string(),
  v.check((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, username, search, hash } = new URL(text);
    // Without TLS whoever sits on the line could say who somebody is.
    const safe = protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname);
    return /^https?:$/.test(protocol) && safe && `${username}${search}${hash}` === '';
  }),
  v.transform((text) => text.replace(/\/+$/, '')),
);

const MailUrl = v.pipe(
  v.string(),
  v.check((text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname } = new URL(text);
    return (protocol === 'smtp:' || protocol === 'smtps:') && hostname !== '';
  }),
);

/** The settings for what Parley may speak to: nothing, unless they are set. */
export const ServiceEnvironment = {
  PARLEY_OIDC_ISSUER: v.optional(
    v.message(
      HttpUrl,
      'PARLEY_OIDC_ISSUER must be the https address of your identity provider, such as https://login.example.org/realms/peace.',
    ),
  ),
  PARLEY_OIDC_CLIENT_ID: v.optional(v.string()),
  PARLEY_OIDC_CLIENT_SECRET: v.optional(v.string()),
  PARLEY_OIDC_NAME: v.optional(
    v.message(
      v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
      'PARLEY_OIDC_NAME must be what people call your identity provider, in at most 40 characters.',
    ),
  ),
  PARLEY_SMTP_URL: v.optional(
    v.message(
      MailUrl,
      'PARLEY_SMTP_URL must be the address of your mail server, such as smtps://user:password@mail.example.org.',
    ),
  ),
  PARLEY_SMTP_FROM: v.optional(
    v.message(
      v.pipe(v.string(), v.regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+[^\r\n]*$/), v.maxLength(254)),
      'PARLEY_SMTP_FROM must be the address that mail comes from, such as Parley <parley@example.org>.',
    ),
  ),
};

type Given = v.InferOutput<v.ObjectSchema<typeof ServiceEnvironment, undefined>>;

/**
 * What belongs together is set together.
 * @throws {StartupProblem} with a sentence for what is missing
 */
export function readServices(given: Given): {
  readonly oidc: OidcSettings | null;
  readonly smtp: SmtpSettings | null;
} {
  const { PARLEY_OIDC_ISSUER: issuer, PARLEY_SMTP_URL: url, PARLEY_SMTP_FROM: from } = given;
  const { PARLEY_OIDC_CLIENT_ID: clientId, PARLEY_OIDC_CLIENT_SECRET: clientSecret } = given;
  const problems = [
    allOrNone({
      PARLEY_OIDC_ISSUER: issuer,
      PARLEY_OIDC_CLIENT_ID: clientId,
      PARLEY_OIDC_CLIENT_SECRET: clientSecret,
    }),
    allOrNone({ PARLEY_SMTP_URL: url, PARLEY_SMTP_FROM: from }),
  ].filter((problem) => problem !== null);
  if (problems.length > 0) throw new StartupProblem(problems.join('\n'));
  const name = given.PARLEY_OIDC_NAME ?? (issuer === undefined ? '' : new URL(issuer).hostname);
  return {
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : null,
    smtp: url && from ? { url, from } : null,
  };
}

/** A sentence for settings of which some are set and some are missing; else null. */
function allOrNone(group: Readonly<Record<string, string | undefined>>): string | null {
  const missing = Object.keys(group).filter((name) => group[name] === undefined);
  const set = Object.keys(group).filter((name) => group[name] !== undefined);
  if (missing.length === 0 || set.length === 0) return null;
  return `${missing.join(' and ')} must be set too, since ${set.join(' and ')} is: set all of them, or none.`;
}
