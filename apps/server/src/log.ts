import { pino, type Logger } from 'pino';
import type { LogLevel } from './settings.ts';

export type Log = Logger;

/**
 * JSON lines that hold no names, contents, tokens or addresses. The rule is kept by what is passed
 * in: routes as patterns, faults through `fault`. The list below is the net under it.
 */
export function createLog(level: LogLevel): Log {
  return pino({
    level,
    base: null,
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: [...sensitive, ...sensitive.map((name) => `*.${name}`)], remove: true },
    serializers: { err: fault },
  });
}

const sensitive = [
  'name',
  'displayName',
  'email',
  'password',
  'secret',
  'token',
  'cookie',
  'authorization',
  'headers',
  'address',
  'ip',
  'title',
  'body',
];

/**
 * What may be said of an error: its kind, code and where it came from. Not its message, which may
 * quote what somebody wrote.
 */
export function fault(error: unknown): { kind: string; code?: string; frames: string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, frames: [] };
  // A message of several lines could hold one that looks like a frame.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { kind: error.name, ...code, frames };
}
