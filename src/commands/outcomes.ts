import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../domain/errors.js';
import { type ProposedOutcome, proposeOutcomes } from '../intents/propose-outcomes.js';
import { yamlScalar } from '../lib/yaml.js';
import {
  type CommonOptions,
  loadConfig,
  type Outcome,
  type Outside,
  withStore,
} from './command.js';

export interface OutcomesOptions extends CommonOptions {
  to?: string;
}

/** Newest journeys that are looked at. */
const mostJourneys = 20_000;

/** `handback outcomes`: what the wrap-up codes seem to mean, as lines for `outcomes:` of the config, to be reviewed. */
export async function run({ to, ...options }: OutcomesOptions, outside: Outside): Promise<Outcome> {
  const config = loadConfig(options, outside);
  const results = await withStore(config, (store) => store.journeys({ limit: mostJourneys }));
  if (results.length === 0)
    throw new UsageError('no journeys are stored yet; run "handback nightly"');
  const proposed = proposeOutcomes(results, config.detect.outcomes);
  const text = [
    `# What the wrap-up codes of ${results.length} journeys seem to mean. Correct it, then put it into the config.`,
    '# A code that says nothing of what the customer wanted is null. Lines that are commented out are not sure enough.',
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

const percent = (share: number) => `${Math.round(100 * share)} %`;

function lineOf(one: ProposedOutcome): string {
  const { code, standing, intent, contacts, probability, words } = one;
  const mapping = `${yamlScalar(code)}: ${intent === null ? 'null' : yamlScalar(intent)}`;
  const seen = `${contacts} contacts${words.told === 0 ? '' : `, words agree in ${words.agree} of ${words.told}`}`;
  const sure = probability === null ? '' : `${percent(probability)}, `;
  if (standing === 'intent') return `  ${mapping}  # ${sure}${seen}`;
  if (standing === 'reviewed') return `  ${mapping}  # as the config has it; ${seen}`;
  if (standing === 'silent')
    return `  # ${mapping}  # stands for many intents, or for none; ${seen}`;
  if (standing === 'none')
    return `  # ${yamlScalar(code)}:  # ${sure}nothing that the bot has an intent for; ${seen}`;
  return `  # ${mapping}  # ${sure}not sure; ${seen}`;
}
