import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../domain/errors.js';
import type { Suggestion } from '../domain/suggestion.js';
import { counted } from '../lib/wording.js';
import { checkBase, type Manifest, readManifest } from '../publish/manifest.js';
import { goesIn, importFiles } from '../publish/publish.js';
import { reviewed } from '../suggest/decisions.js';
import { patchIds } from '../vendors/patch.js';
import { trainingFiles } from '../vendors/training.js';
import type { TrainingFile } from '../vendors/vendor.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface ExportOptions extends CommonOptions {
  vendor: string;
  to: string;
  /** Also what nobody has decided yet and the gate lets pass. */
  pending?: boolean;
}

/**
 * `handback export`: the vendor's import files of the accepted suggestions, made from the training data as it is now.
 * @throws UsageError where the files have changed since that night: its suggestions were tested on what they were.
 */
export async function run(options: ExportOptions, outside: Outside): Promise<CommandOutcome> {
  const { vendor, to } = options;
  if (!patchIds.includes(vendor)) {
    throw new UsageError(`--vendor ${vendor}: unknown; expected one of ${patchIds.join(', ')}`);
  }
  const config = loadConfig(options, outside);
  if (config.trainingData?.format !== vendor) {
    throw new UsageError(
      `training_data: a patch for ${vendor} is made of the bot's own files; expected format ${vendor} and their path`,
    );
  }
  const { night, suggestions } = await withKnownStore(config, async (store) => {
    const night = await store.lastGoodNight();
    if (night === null) throw new UsageError('no good night is there yet; run "handback nightly"');
    const said = new Map((await store.reviews()).map((one) => [one.suggestion, one]));
    const all = await store.suggestions(night);
    return { night, suggestions: all.map((one) => reviewed(one, said.get(one.id))) };
  });
  const training = await trainingFiles(config.trainingData);
  const folder = resolve(outside.cwd, to);
  const manifestIn = (of: string) => join(of, 'import', vendor, 'manifest.yaml');
  const isApplied = refuseMovedBase(
    manifestIn(join(config.out, night)),
    training,
    manifestIn(folder),
  );
  const choice = { pending: options.pending === true };
  const files = importFiles(
    suggestions,
    { training, vendor, options: config.trainingData.options },
    choice,
  );
  const own = new Set(training.map(({ path }) => join('import', vendor, path)));
  if (isApplied && !files.some(({ path }) => own.has(path)))
    return { text: `${to}: nothing new, the training data has it.`, data: { folder, files: [] } };
  for (const { path, content, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes ?? content);
  }
  const names = files.map(({ path }) => relative(outside.cwd, join(folder, path)));
  const taken = suggestions.filter((one) => goesIn(one, choice));
  const open = suggestions.filter((one) => goesIn(one, { pending: true })).length - taken.length;
  return {
    text: [summary(taken), ...names.map((name) => `  ${name}`), ...waiting(open)].join('\n'),
    data: { folder, files: names, suggestions: taken.map(({ id, review }) => ({ id, review })) },
  };
}

function summary(taken: readonly Suggestion[]): string {
  if (taken.length === 0) return 'Nothing has been accepted: no training file is changed. Wrote';
  const unread = taken.filter(({ review }) => review.decision === 'pending').length;
  const read = `${counted(taken.length - unread, 'accepted suggestion')}`;
  return `Wrote, with ${read}${unread > 0 ? ` and ${unread} that nobody has read` : ''},`;
}

const waiting = (open: number): string[] =>
  open === 0
    ? []
    : [`${open} more passed the test and wait for a person: "handback review", or --pending.`];

/**
 * A night without training files of this vendor has no manifest, and nothing to compare with.
 * @param exported the manifest of an earlier export to the same folder
 * @returns whether the training data is what that export wrote
 * @throws UsageError where somebody else has changed it since the night
 */
function refuseMovedBase(
  manifest: string,
  training: readonly TrainingFile[],
  exported: string,
): boolean {
  const ofNight = manifestAt(manifest);
  if (!ofNight) return false;
  const problems = checkBase(ofNight, training);
  if (problems.length === 0) return false;
  const earlier = manifestAt(exported);
  if (earlier && isOfSameBase(earlier, ofNight) && checkBase(earlier, training).length === 0)
    return true;
  throw new UsageError(problems.map((one) => `training_data: ${one}`));
}

const manifestAt = (path: string): Manifest | null =>
  existsSync(path) ? readManifest(readFileSync(path, 'utf8')) : null;

function isOfSameBase(one: Manifest, other: Manifest): boolean {
  const bases = new Map(other.files.map(({ path, base_sha256 }) => [path, base_sha256]));
  return one.files.every(({ path, base_sha256 }) => bases.get(path) === base_sha256);
}
