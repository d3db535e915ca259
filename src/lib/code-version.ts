import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
let known: string | undefined;

/**
 * Hash of all code files of this program. What one version worked out of a record another may work out differently, and a
 * number that a person has to raise is forgotten.
 */
export function codeVersion(): string {
  known ??= hashOf(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.d)\.[jt]s$/.test(file))
      .sort(),
  );
  return known;
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}
