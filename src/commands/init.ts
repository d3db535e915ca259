import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { projectFolder } from '../config/config.js';
import { configSchema } from '../config/json-schema.js';
import { UsageError } from '../domain/errors.js';
import type { CommandOutcome, CommonOptions, Outside } from './command.js';
import { type Proposal, propose } from './propose.js';

const template = fileURLToPath(new URL('../../config/template.yaml', import.meta.url));

export interface InitOptions extends CommonOptions {
  /** A folder of exports to propose the config from. */
  folder?: string;
}

/** `handback init`: a commented config for this place, from a folder of exports where one is given; never over an existing one. */
export async function run(
  { config, folder }: InitOptions,
  { cwd }: Outside,
): Promise<CommandOutcome> {
  const file = resolve(cwd, config ?? 'config/handback.yaml');
  const name = relative(cwd, file);
  if (existsSync(file)) {
    throw new UsageError(
      `${name}: exists already; name another with --config, or edit it and run "handback doctor"`,
    );
  }
  const proposal = folder === undefined ? null : await proposed(resolve(cwd, folder));
  const text = readFileSync(template, 'utf8');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, proposal ? filledIn(text, proposal, projectFolder(file)) : text);
  // Editors check and complete by it; the first line of the config names it.
  const schema = configSchema();
  writeFileSync(join(dirname(file), schema.name), schema.text);
  if (proposal) return outcomeOf(proposal, name, file);
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
      'Then run "handback doctor". With a folder of exports, "handback init FOLDER" fills them in.',
    ].join('\n'),
    data: { file, missing },
  };
}

async function proposed(folder: string): Promise<Proposal> {
  if (!existsSync(folder)) throw new UsageError(`${folder}: no such folder`);
  const proposal = await propose(folder);
  if (proposal.sources.length > 0) return proposal;
  throw new UsageError(
    `${folder}: no file of a format that is known; "handback init" without a folder writes a config to fill in`,
  );
}

/** Of the machine, since no log says where the business is. */
const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function filledIn(
  text: string,
  { sources, training, verification }: Proposal,
  root: string,
): string {
  const document = parseDocument(text);
  const place = (path: string) => {
    const near = relative(root, path);
    return near.startsWith('..') || isAbsolute(near) ? path : near;
  };
  const written = (source: Proposal['sources'][number]) => ({
    format: source.format,
    path: place(source.path),
    ...(Object.keys(source.options).length > 0 && { options: source.options }),
  });
  document.setIn(['bot', 'timezone'], zoneHere());
  document.set('sources', document.createNode(sources.map(written)));
  if (training) document.set('training_data', document.createNode(written(training.config)));
  if (verification.length > 0) document.set('verification', document.createNode(verification));
  return document.toString({ lineWidth: 0 });
}

function outcomeOf(proposal: Proposal, name: string, file: string): CommandOutcome {
  const { sources, training, verification, unknown } = proposal;
  const lines = [
    `Wrote ${name} from what was found:`,
    ...sources.map(({ format, path }) => `  ${format}: ${path}`),
    training
      ? `  training data, ${training.config.format}: ${training.intents} intents`
      : '  no training data: suggestions cannot be tested without it',
    ...(verification.length > 0
      ? [`  slots that check identity, by their names: ${verification.join(', ')}`]
      : []),
    ...(unknown.length > 0
      ? [`  ${unknown.length} files of no known format, for example ${unknown[0]}`]
      : []),
    `  bot.timezone: ${zoneHere()}, this machine's; put in your business's`,
    '',
    'Now "handback doctor" says what is in them, and "handback nightly" runs.',
  ];
  return { text: lines.join('\n'), data: { file, ...proposal } };
}
