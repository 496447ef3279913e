import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';

/** Whom the provider vouches for. */
export interface Vouched {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

/** An OpenID Connect provider on this machine, where somebody is signed in already. */
export interface TestIdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is at the keyboard. */
  person: Vouched;
  close(): Promise<void>;
}

/** Code flow with PKCE (RFC 7636) and a signed id token, and nothing else. */
export async function openIdentityProvider(person: Vouched): Promise<TestIdentityProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  const [clientId, clientSecret] = ['parley', randomUUID()];
  const codes = new Map<string, { nonce: string | null; challenge: string | null }>();
  const provider = { issuer: '', clientId, clientSecret, person };

  function idToken(nonce: string | null): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: provider.issuer, aud: clientId, iat: now, exp: now + 60 },
      ...(nonce === null ? {} : { nonce }),
      ...provider.person,
    };
    const signed = [{ alg: 'RS256', kid: 'one', typ: 'JWT' }, claims]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const signature = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url');
    return `${signed}.${signature}`;
  }

  async function tokens(request: IncomingMessage): Promise<object | null> {
    let text = '';
    for await (const part of request.setEncoding('utf8')) text += String(part);
    const form = new URLSearchParams(text);
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const verifier = createHash('sha256').update(form.get('code_verifier') ?? '');
    if (asked?.challenge !== verifier.digest('base64url')) return null;
    if (form.get('client_secret') !== clientSecret) return null;
    const access_token = randomUUID();
    return { access_token, token_type: 'Bearer', expires_in: 60, id_token: idToken(asked.nonce) };
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const json = (body: object | null) => {
      response.writeHead(body === null ? 400 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? { error: 'invalid_grant' }));
    };
    if (url.pathname === '/.well-known/openid-configuration') {
      json({
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    } else if (url.pathname === '/keys') json({ keys: [key] });
    else if (url.pathname === '/authorize') {
      const code = randomUUID();
      const { searchParams } = url;
      codes.set(code, {
        nonce: searchParams.get('nonce'),
        challenge: searchParams.get('code_challenge'),
      });
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      response.writeHead(302, { location: back.href }).end();
    } else if (url.pathname === '/token') {
      tokens(request).then(json, () => json(null));
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  provider.issuer = `http://127.0.0.1:${address.port}`;
  return Object.assign(provider, {
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}
