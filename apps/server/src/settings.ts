import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { readServices, ServiceEnvironment } from './settings-services.ts';
import type { OidcSettings, SmtpSettings } from './settings-services.ts';
import { StartupProblem } from './startup-problem.ts';

/** What the environment says about how Parley runs (docs/self-hosting.md has the table). */
export interface Settings {
  /** 0 lets the system choose: for tests. */
  readonly port: number;
  readonly host: string;
  /** The address that people type, when it is not simply localhost; null when it follows the port. */
  readonly publicOrigin: string | null;
  readonly dataDirectory: string;
  /** Null: the one that is kept in the data folder. */
  readonly secret: string | null;
  readonly logLevel: LogLevel;
  /** What a scraper of /metrics has to show; null: this machine may ask without. */
  readonly metricsToken: string | null;
  /** The identity provider that may say who somebody is; null: none may. */
  readonly oidc: OidcSettings | null;
  /** Where mail is handed in; null: no mail is sent. */
  readonly smtp: SmtpSettings | null;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The folder that holds package.json: relative paths in settings start here. */
export const repositoryRoot = fileURLToPath(new URL('../../..', import.meta.url));

const Port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/),
  v.transform(Number),
  v.number(),
  v.maxValue(65_535),
);

/** An origin is scheme, host and port, and nothing after them. */
const Origin = v.pipe(
  v.string(),
  v.check((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    const bare = url.pathname === '/' && url.search === '' && url.hash === '' && !url.username;
    return bare && (url.protocol === 'http:' || url.protocol === 'https:');
  }),
  v.transform((text) => new URL(text).origin),
);

const comesLater = (what: string, instead: string) =>
  v.optional(
    v.custom<never>(
      () => false,
      `${what} is not supported yet and comes later: unset it, and Parley ${instead}.`,
    ),
  );

const Environment = v.object({
  PORT: v.optional(
    v.message(Port, 'PORT must be a whole number from 1 to 65535, such as 3000.'),
    '3000',
  ),
  HOST: v.optional(
    v.message(
      v.pipe(v.string(), v.regex(/^[A-Za-z0-9.:-]+$/)),
      'HOST must be a host name or an address to listen on, such as 127.0.0.1.',
    ),
    '127.0.0.1',
  ),
  PARLEY_ORIGIN: v.optional(
    v.message(
      Origin,
      'PARLEY_ORIGIN must be the address that people type, without a path, such as https://parley.example.org.',
    ),
  ),
  PARLEY_DATA_DIR: v.optional(v.string(), './data'),
  PARLEY_SECRET: v.optional(
    v.message(
      v.pipe(v.string(), v.minLength(32)),
      'PARLEY_SECRET must have at least 32 characters; unset it, and Parley makes one and keeps it in the data folder.',
    ),
  ),
  LOG_LEVEL: v.optional(
    v.message(v.picklist(logLevels), `LOG_LEVEL must be one of ${logLevels.join(', ')}.`),
    'warn',
  ),
  PARLEY_METRICS_TOKEN: v.optional(
    v.message(
      v.pipe(v.string(), v.regex(/^[\x21-\x7e]{32,}$/)),
      'PARLEY_METRICS_TOKEN must have at least 32 characters, none of them a space; unset it, and /metrics answers this machine alone.',
    ),
  ),
  ...ServiceEnvironment,
  DATABASE_URL: comesLater('DATABASE_URL', 'keeps its data in SQLite'),
  REDIS_URL: comesLater('REDIS_URL', 'runs as one process'),
});

/** Every environment variable that says how Parley runs. */
export const settingNames: readonly string[] = Object.keys(Environment.entries);

/**
 * Reads and checks the settings. A variable that is set to nothing counts as unset.
 * @throws {StartupProblem} with one sentence for each setting that cannot be used
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = v.safeParse(Environment, given);
  if (!read.success) {
    throw new StartupProblem(read.issues.map((issue) => issue.message).join('\n'));
  }
  const { PORT, HOST, PARLEY_ORIGIN, PARLEY_DATA_DIR, PARLEY_SECRET, LOG_LEVEL } = read.output;
  const { PARLEY_METRICS_TOKEN } = read.output;
  return {
    port: PORT,
    host: HOST,
    publicOrigin: PARLEY_ORIGIN ?? null,
    dataDirectory: isAbsolute(PARLEY_DATA_DIR)
      ? PARLEY_DATA_DIR
      : join(repositoryRoot, PARLEY_DATA_DIR),
    secret: PARLEY_SECRET ?? null,
    logLevel: LOG_LEVEL,
    metricsToken: PARLEY_METRICS_TOKEN ?? null,
    ...readServices(read.output),
  };
}

export type { OidcSettings, SmtpSettings } from './settings-services.ts';

/** Where pages are served from, and which pages may speak to the server (R1, CSRF). */
export interface Origins {
  readonly own: string;
  readonly allowed: readonly string[];
}

/**
 * The origins for a server that listens on `port`. Both spellings of this machine are allowed only
 * while no public origin is set.
 */
export function originsOn(port: number, publicOrigin: string | null): Origins {
  if (publicOrigin !== null) return { own: publicOrigin, allowed: [publicOrigin] };
  const own = new URL(`http://localhost:${port}`).origin;
  return { own, allowed: [own, new URL(`http://127.0.0.1:${port}`).origin] };
}
