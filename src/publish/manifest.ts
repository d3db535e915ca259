/** What an import folder was made from. A patch whose base has moved since would undo somebody's work. */
import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Suggestion } from '../domain/suggestion.js';
import { toYaml } from '../lib/yaml.js';
import type { Patch, TrainingFile } from '../vendors/vendor.js';

const decided = z.object({
  id: z.string(),
  decision: z.enum(['pending', 'accepted', 'edited']),
  by: z.string().optional(),
  at: z.string().optional(),
});
const schema = z.object({
  schema: z.literal(['handback/import/2', 'handback/import/1']),
  vendor: z.string(),
  /** Of the first schema ids alone. */
  suggestions: z.array(z.union([decided, z.string()])),
  /** Every training file, also those that nothing changes: the suggestions were tested on all of them. */
  files: z.array(z.object({ path: z.string(), base_sha256: z.string(), sha256: z.string() })),
  /** Regression cases: no training files, so that nothing of the bot's is compared with them. Absent where nothing was taught. */
  cases: z.array(z.object({ path: z.string(), sha256: z.string() })).optional(),
  notes: z.array(z.string()),
});
export type Manifest = z.infer<typeof schema>;

export function manifestOf(
  vendor: string,
  suggestions: readonly Pick<Suggestion, 'id' | 'review'>[],
  base: readonly TrainingFile[],
  { files, notes }: Patch,
  cases: readonly TrainingFile[] = [],
): Manifest {
  const patched = new Map(files.map(({ path, text }) => [path, text]));
  const made = files.filter(({ path }) => !base.some((one) => one.path === path));
  return {
    schema: 'handback/import/2',
    vendor,
    suggestions: suggestions.flatMap(({ id, review: { decision, by, at } }) =>
      decision === 'rejected'
        ? []
        : { id, decision, ...(by !== undefined && { by }), ...(at !== undefined && { at }) },
    ),
    files: [
      ...base.map(({ path, text }) => fileOf(path, text, patched.get(path) ?? text)),
      ...made.map(({ path, text }) => fileOf(path, '', text)),
    ],
    ...(cases.length > 0 && {
      cases: cases.map(({ path, text }) => ({ path, sha256: sha256(text) })),
    }),
    notes: [...(suggestions.length === 0 ? [nothing] : []), ...notes],
  };
}

const nothing =
  'nobody has accepted a suggestion yet: "handback review", then "handback export"; "handback export --pending" takes what nobody has read';

const fileOf = (path: string, before: string, after: string): Manifest['files'][number] => ({
  path,
  base_sha256: sha256(before),
  sha256: sha256(after),
});

export function writeManifest(manifest: Manifest): string {
  return toYaml(manifest, 'Copy a file over yours only while yours still has its base_sha256.');
}

/** @throws ZodError when the text is no manifest. */
export function readManifest(text: string): Manifest {
  return schema.parse(parse(text));
}

/** Why the import must not be applied: one line a file that is gone or has changed since. Empty when it may be. */
export function checkBase(manifest: Manifest, current: readonly TrainingFile[]): string[] {
  const hashes = new Map(current.map(({ path, text }) => [path, sha256(text)]));
  return manifest.files.flatMap((file) => {
    const now = hashes.get(file.path);
    // A file that the patch itself made is none that the bot team could have taken away.
    if (now === undefined && file.base_sha256 === sha256('')) return [];
    if (now === undefined) return [`${file.path}: no longer there`];
    // Already applied: nothing is lost.
    if (now === file.base_sha256 || now === file.sha256) return [];
    return [
      `${file.path}: changed since (sha256 ${now.slice(0, 12)}, expected ${file.base_sha256.slice(0, 12)}); run the night again`,
    ];
  });
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
