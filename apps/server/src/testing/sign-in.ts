import { paths } from '@parley/contracts';
import { password, type TestParley } from './test-parley.ts';
import type { Answer, Visitor } from './visitor.ts';

/** The account that `setUpLead` makes. */
export const amira = { email: 'amira@example.org', password };

let addresses = 0;

/** Sends from an address that nobody else has, so that the tries of tests do not add up. */
export function postFromAfar(visitor: Visitor, path: string, body: unknown): Promise<Answer> {
  addresses += 1;
  const address = `198.51.${Math.floor(addresses / 250)}.${addresses % 250}`;
  return visitor.send('POST', path, body, { 'x-forwarded-for': address });
}

/** Amira in one more browser. */
export async function signInAgain(parley: TestParley, shared = false): Promise<Visitor> {
  const visitor = parley.visitor();
  const { status } = await postFromAfar(visitor, paths.signIn, { ...amira, shared });
  if (status !== 200) throw new Error(`Signing in was answered by ${status}.`);
  return visitor;
}
