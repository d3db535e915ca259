import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { projectFolder } from '../config/config.js';
import { configSchema } from '../config/json-schema.js';
import { writtenAs } from '../config/places.js';
import type { SourceConfig } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import type { CommandOutcome, CommonOptions, Outside } from './command.js';
import { type FoundSource, type Proposal, propose } from './propose.js';

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
  if (proposal) return outcomeOf(proposal, { name, file, cwd });
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
  if (!statSync(folder).isDirectory())
    throw new UsageError(`${folder}: is a file; name the folder that the exports lie in`);
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
    return writtenAs(near.startsWith('..') || isAbsolute(near) ? path : near);
  };
  const written = (source: SourceConfig) => ({
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

const near = (path: string, cwd: string): string => {
  const name = relative(cwd, path);
  return name.startsWith('..') ? path : name;
};

/** A night needs both; what is not there is better said now than by an empty report. */
function missingSides(sources: Proposal['sources']): string[] {
  const held = new Set(sources.flatMap(({ holds }) => holds));
  return [
    ...(held.has('bot sessions')
      ? []
      : ['no bot log: without one there are no handoffs to explain; add it under sources']),
    ...(held.has('agent contacts')
      ? []
      : [
          'no agent records: without them nothing is known of what agents did; add them under sources',
        ]),
  ];
}

function foundLine({ format, path, files, holds }: FoundSource, cwd: string): string {
  const many = files > 1 ? ` (${files} files today)` : '';
  return `  ${holds.join(', ')}, ${format}: ${near(path, cwd)}${many}`;
}

function outcomeOf(
  proposal: Proposal,
  { name, file, cwd }: { name: string; file: string; cwd: string },
): CommandOutcome {
  const { sources, training, verification, unknown } = proposal;
  const [example = ''] = unknown;
  const lines = [
    `Wrote ${name} from what was found:`,
    ...sources.map((source) => foundLine(source, cwd)),
    ...missingSides(sources).map((line) => `  ${line}`),
    training
      ? `  training data, ${training.config.format}: ${near(training.config.path, cwd)} (${training.intents} intents)`
      : '  no training data: suggestions cannot be tested without it',
    ...(verification.length > 0
      ? [`  slots that check identity, by their names: ${verification.join(', ')}`]
      : []),
    ...(unknown.length > 0
      ? [`  left out, no known format: ${near(example, cwd)}${others(unknown.length - 1)}`]
      : []),
    `  bot.timezone: ${zoneHere()}, this machine's: put in your business's`,
    ...(sources.some(({ path }) => path.includes('*'))
      ? ['A * stands for the day or number in a name: files of later days are read too.']
      : []),
    '',
    'Next: "handback doctor" says what is in them and how they join, "handback nightly" makes the report of the',
    'newest whole day that has bot sessions ("--date DAY" that of another).',
  ];
  return { text: lines.join('\n'), data: { file, ...proposal } };
}

const others = (more: number): string => (more > 0 ? ` and ${more} more` : '');
