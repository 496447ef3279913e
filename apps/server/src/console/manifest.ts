import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { ConsoleProblem } from './console-problem.ts';

/** Says that a folder holds a whole backup: it is written last. */
const manifestFile = 'backup.json';

const Manifest = v.object({
  format: v.literal('parley-backup'),
  version: v.literal(1),
  /** When it was made, in UTC. */
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  files: v.record(
    v.picklist(['parley.db', 'accounts.db', 'secret']),
    v.object({
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
      bytes: v.number(),
      /** The version of a database's schema. */
      schema: v.optional(v.number()),
    }),
  ),
});
export type Manifest = v.InferOutput<typeof Manifest>;

export async function writeManifest(
  folder: string,
  manifest: Omit<Manifest, 'format' | 'version'>,
): Promise<void> {
  const whole: Manifest = { format: 'parley-backup', version: 1, ...manifest };
  const text = `${JSON.stringify(whole, null, 2)}\n`;
  await writeFile(join(folder, manifestFile), text, { flag: 'wx', mode: 0o600, flush: true });
}

/** @throws ConsoleProblem when the folder holds no whole backup */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return v.parse(Manifest, JSON.parse(await readFile(join(folder, manifestFile), 'utf8')));
  } catch (cause) {
    throw new ConsoleProblem(
      `${folder} does not hold a whole backup of this Parley: a file backup.json belongs to it.`,
      { cause },
    );
  }
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
