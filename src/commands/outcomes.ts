import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LabelMeaning } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import { type ProposedOutcome, proposeOutcomes } from '../intents/propose-outcomes.js';
import { yamlScalar } from '../lib/yaml.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface OutcomesOptions extends CommonOptions {
  to?: string;
}

/** Newest journeys that are looked at. */
const mostJourneys = 20_000;

/** `handback outcomes`: what the wrap-up codes seem to mean, as lines for `outcomes:` of the config, to be reviewed. */
export async function run(
  { to, ...options }: OutcomesOptions,
  outside: Outside,
): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  const results = await withKnownStore(config, (store) => store.journeys({ limit: mostJourneys }));
  if (results.length === 0)
    throw new UsageError('no journeys are stored yet; run "handback nightly"');
  const proposed = proposeOutcomes(results, config.detect.outcomes);
  const text = [
    `# What the wrap-up codes of ${results.length} journeys seem to mean. Correct it, then put it into the config.`,
    "# One intent, a list of several, none (of the bot's), or null for a code that says nothing.",
    '# Lines that are commented out are not sure enough.',
    'outcomes:',
    ...proposed.map(lineOf),
    '',
  ].join('\n');
  if (to === undefined) return { text, data: { outcomes: proposed } };
  const file = resolve(outside.cwd, to);
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(
      `--to ${to}: cannot be written (${(error as NodeJS.ErrnoException).code})`,
    );
  }
  return { text: `Wrote ${to}`, data: { file, outcomes: proposed } };
}

function lineOf({ code, standing, means, contacts, words }: ProposedOutcome): string {
  const mapping = `${yamlScalar(code)}: ${meaningOf(means)}`;
  const told = words.wishes.map((one) => `${one.contacts} ${nameOf(one.intent)}`).join(', ');
  const seen = `${contacts} contacts${words.told === 0 ? '' : `; their words tell: ${told}`}`;
  const against =
    words.against === 0 ? '' : `; ${words.against} of ${words.told} say something else`;
  if (standing === 'proposed') return `  ${mapping}  # ${seen}${against}`;
  if (standing === 'reviewed') return `  ${mapping}  # as the config has it; ${seen}${against}`;
  if (standing === 'silent')
    return `  # ${mapping}  # stands for many wishes, or for none that could be told; ${seen}`;
  return `  # ${mapping}  # not sure; ${seen}${against}`;
}

function meaningOf(means: LabelMeaning): string {
  if (means === null) return 'null';
  const names = means.map((intent) => (intent === null ? 'none' : yamlScalar(intent)));
  return names.length === 1 ? (names[0] ?? 'null') : `[${names.join(', ')}]`;
}

const nameOf = (intent: string | null) => intent ?? "none of the bot's";
