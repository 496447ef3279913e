import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { originsOn, readSettings, repositoryRoot } from './settings.ts';
import { StartupProblem } from './startup-problem.ts';

const problemOf = (environment: Record<string, string>): string => {
  try {
    readSettings(environment);
  } catch (problem) {
    if (problem instanceof StartupProblem) return problem.message;
  }
  throw new Error('The settings were accepted.');
};

describe('settings', () => {
  it('have defaults for everything', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicOrigin: null,
      dataDirectory: join(repositoryRoot, 'data'),
      secret: null,
      logLevel: 'warn',
      metricsToken: null,
      oidc: null,
      smtp: null,
    });
  });

  it('count an empty variable as unset', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' }).port).toBe(3000);
  });

  it('reduce the public address to its origin', () => {
    expect(readSettings({ PARLEY_ORIGIN: 'https://parley.example.org/' }).publicOrigin).toBe(
      'https://parley.example.org',
    );
  });

  it.each([
    ['PORT', 'eighty'],
    ['PARLEY_METRICS_TOKEN', 'too short'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'no host'],
    ['PARLEY_ORIGIN', 'parley.example.org'],
    ['PARLEY_ORIGIN', 'ftp://parley.example.org'],
    ['PARLEY_ORIGIN', 'https://parley.example.org/app'],
    ['PARLEY_SECRET', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'postgres://localhost/parley'],
    ['REDIS_URL', 'redis://localhost'],
    ['PARLEY_OIDC_ISSUER', 'http://login.example.org'],
    ['PARLEY_SMTP_URL', 'mail.example.org'],
    ['PARLEY_SMTP_FROM', 'nobody'],
  ])('answer a bad %s with one sentence that names it', (name, value) => {
    const message = problemOf({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} [^\\n]+\\.$`));
    if (name === 'PARLEY_SECRET') expect(message).not.toContain(value);
  });

  it.each([
    ['PARLEY_OIDC_CLIENT_ID and PARLEY_OIDC_CLIENT_SECRET', 'PARLEY_OIDC_ISSUER', 'https://a.org'],
    ['PARLEY_SMTP_FROM', 'PARLEY_SMTP_URL', 'smtp://mail.example.org'],
  ])('ask for %s where %s is set alone', (missing, name, value) => {
    expect(problemOf({ [name]: value })).toBe(
      `${missing} must be set too, since ${name} is: set all of them, or none.`,
    );
  });

  it('take an identity provider and a mail server', () => {
    const { oidc, smtp } = readSettings({
      PARLEY_OIDC_ISSUER: 'https://login.example.org/realms/peace/',
      PARLEY_OIDC_CLIENT_ID: 'parley',
      PARLEY_OIDC_CLIENT_SECRET: 'secret',
      PARLEY_SMTP_URL: 'smtps://parley:secret@mail.example.org',
      PARLEY_SMTP_FROM: 'Parley <parley@example.org>',
    });
    expect(oidc).toEqual({
      issuer: 'https://login.example.org/realms/peace',
      clientId: 'parley',
      clientSecret: 'secret',
      name: 'login.example.org',
    });
    expect(smtp?.from).toBe('Parley <parley@example.org>');
  });

  it('name every problem at once, one on a line', () => {
    expect(problemOf({ PORT: 'x', LOG_LEVEL: 'y' }).split('\n')).toHaveLength(2);
  });
});

describe('origins', () => {
  it('allow both spellings of this machine while no public address is set', () => {
    expect(originsOn(3000, null)).toEqual({
      own: 'http://localhost:3000',
      allowed: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    });
  });

  it('allow the public address alone once it is set', () => {
    expect(originsOn(3000, 'https://parley.example.org').allowed).toEqual([
      'https://parley.example.org',
    ]);
  });

  it('leave out the port that a browser leaves out', () => {
    expect(originsOn(80, null).allowed).toEqual(['http://localhost', 'http://127.0.0.1']);
  });
});
