import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../domain/errors.js';
import { checkBase, readManifest } from '../publish/manifest.js';
import { importFiles } from '../publish/publish.js';
import { reviewed } from '../suggest/decisions.js';
import { patchIds } from '../vendors/patch.js';
import { trainingFiles } from '../vendors/training.js';
import type { TrainingFile } from '../vendors/vendor.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withStore,
} from './command.js';

export interface ExportOptions extends CommonOptions {
  vendor: string;
  to: string;
}

/**
 * `handback export`: the vendor's import files of the last night's suggestions, made from the training data as it is now.
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
  const { night, suggestions } = await withStore(config, async (store) => {
    const night = await store.lastGoodNight();
    if (night === null) throw new UsageError('no night has run yet; run "handback nightly"');
    const said = new Map((await store.reviews()).map((one) => [one.suggestion, one]));
    const all = await store.suggestions(night);
    return { night, suggestions: all.map((one) => reviewed(one, said.get(one.id))) };
  });
  const training = await trainingFiles(config.trainingData);
  refuseMovedBase(join(config.out, night, 'import', vendor, 'manifest.yaml'), training);
  const files = importFiles(suggestions, { training, vendor });
  const folder = resolve(outside.cwd, to);
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const names = files.map(({ path }) => relative(outside.cwd, join(folder, path)));
  return {
    text: ['Wrote', ...names.map((name) => `  ${name}`)].join('\n'),
    data: { folder, files: names },
  };
}

/** A night that proposed nothing for import has no manifest, and nothing to compare with. */
function refuseMovedBase(manifest: string, training: readonly TrainingFile[]): void {
  if (!existsSync(manifest)) return;
  const problems = checkBase(readManifest(readFileSync(manifest, 'utf8')), training);
  if (problems.length > 0) throw new UsageError(problems.map((one) => `training_data: ${one}`));
}
