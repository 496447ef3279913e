import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Tries } from '../access/index.ts';
import { refusal, type Reply } from './reply.ts';

/**
 * Answers while this address has tries left. Only a refusal costs one: a whole workshop may sit
 * behind one address, and all of them may come in.
 */
export async function limited(
  tries: Tries,
  req: Request,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  // Undefined once the connection is gone; there is nobody left to read the answer then.
  const address = req.ip ?? '';
  if (!(await tries.take(address))) return refusal('too-many-tries');
  const reply = await answer();
  if (reply.status < 400) await tries.giveBack(address);
  return reply;
}

/** The same for one account, named by address or id, whether or not there is one. */
export async function limitedFor(
  tries: Tries,
  name: string,
  answer: () => Promise<Reply>,
): Promise<Reply> {
  const key = createHash('sha256').update(name).digest('hex');
  if (!(await tries.take(key))) return refusal('too-many-tries');
  const reply = await answer();
  if (reply.status < 400) await tries.giveBack(key);
  return reply;
}
