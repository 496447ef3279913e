import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/*
 * AES-256-GCM (NIST SP 800-38D) with a nonce at random, 96 bits, and a tag of 128 bits: nonce, tag and
 * text, in base64. A round has thousands of ratings at most, far from where random nonces collide.
 */

const [nonceLength, tagLength] = [12, 16];

/** Characters to a multiple of which JSON is filled up, so that its length tells next to nothing. */
const filledTo = 512;

/**
 * @param key 32 bytes
 * @param about what the text is bound to: it cannot be opened as anything else
 */
export function seal(key: Buffer, text: string, about: string): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** @throws where the key is another one, or what was sealed was changed or bound to something else */
export function unseal(key: Buffer, sealed: string, about: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const nonce = bytes.subarray(0, nonceLength);
  const cipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(about));
  cipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  const text = bytes.subarray(nonceLength + tagLength);
  return Buffer.concat([cipher.update(text), cipher.final()]).toString('utf8');
}

/** JSON with spaces after it, which readers of JSON pass over. */
export function filledUp(json: string): string {
  const bytes = Buffer.byteLength(json);
  return json + ' '.repeat(Math.ceil(bytes / filledTo) * filledTo - bytes);
}
