import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../config/json-schema.js';
import { UsageError } from '../domain/errors.js';
import type { CommandOutcome, CommonOptions, Outside } from './command.js';

const template = fileURLToPath(new URL('../../config/template.yaml', import.meta.url));

/** `handback init`: a commented config for this place; never over an existing one. */
export async function run({ config }: CommonOptions, { cwd }: Outside): Promise<CommandOutcome> {
  const file = resolve(cwd, config ?? 'config/handback.yaml');
  const name = relative(cwd, file);
  if (existsSync(file)) {
    throw new UsageError(
      `${name}: exists already; name another with --config, or edit it and run "handback doctor"`,
    );
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, readFileSync(template));
  // Editors check and complete by it; the first line of the config names it.
  const schema = configSchema();
  writeFileSync(join(dirname(file), schema.name), schema.text);
  const missing = [
    'bot.timezone: the time zone of your business',
    'sources: where the bot logs and the agent records are',
    "training_data: where the bot's training data is",
    'verification: the slots that agents ask for on purpose, to check identity',
  ];
  return {
    text: [
      `Wrote ${name}. Still missing from it:`,
      ...missing.map((line) => `  ${line}`),
      '',
      'Then run "handback doctor".',
    ].join('\n'),
    data: { file, missing },
  };
}
