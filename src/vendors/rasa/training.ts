import { z } from 'zod';
import type { BotDefinition, DefinedIntent } from '../../domain/conversation.js';
import { UsageError } from '../../domain/errors.js';
import { filled, numberOf, textOf } from '../../lib/json.js';
import type { TrainingReader } from '../vendor.js';
import { neededSlots } from './training/needs.js';
import { intentsOf, projectOf, type RasaProject } from './training/project.js';
import { slotsOf } from './training/slots.js';

const options = z.strictObject({
  platform: z.string().min(1).default('rasa'),
  bot_id: z.string().min(1).default('bot').describe("As the rasa source's bot_id."),
});

/**
 * Credentials, endpoints, models and test stories teach the bot nothing, and what `rasa data split nlu` writes is a copy that
 * it writes anew.
 */
const others =
  /(?:^|\/)(?:tests?|models|results|train_test_split|\.[^/]*|node_modules|venv)\/|(?:^|\/)(?:test_|credentials|endpoints|docker-compose)[^/]*$/i;

/** Rasa's YAML: domain, NLU examples, responses, forms, rules and stories, flows, and the fallback of config.yml. */
export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'Rasa training data',
  description: 'YAML of a Rasa 2 or 3 project: a file, its folder, or a glob.',
  options,
  takes: (path) => /\.ya?ml$/i.test(path) && !others.test(path),
  read(files, { platform, bot_id: botId }, readAt) {
    const project = projectOf(files);
    const warnings = project.unreadable.map(({ path, reason }) => `${path}: ${reason}`);
    const intents = definedIntents(project);
    if (intents.length === 0)
      throw new UsageError([
        ...warnings,
        'no intents in these files: expected `nlu` items, a domain with `intents`, or `flows`',
      ]);
    const needed = new Map(intents.map(({ name, requiredSlots }) => [name, requiredSlots]));
    const phrases = project.nlu.flatMap(({ examples }) => examples);
    const definition = filled({
      platform,
      botId,
      readAt,
      locale: project.language,
      confidenceThreshold: thresholdOf(project),
      fallbackAction: fallbackOf(project),
      intents,
      slots: slotsOf(project, phrases, needed),
    }) satisfies BotDefinition;
    return { definition, warnings };
  },
};

const fallbackIntent = 'nlu_fallback';

/** Intents, then the flows of CALM, which have no phrases. */
function definedIntents(project: RasaProject): DefinedIntent[] {
  const described = new Map(project.flows.map(({ name, description }) => [name, description]));
  const names = [...new Set([...intentsOf(project), ...described.keys()])];
  const intents = names.filter((name) => name !== fallbackIntent);
  const needed = neededSlots(project, intents);
  return intents.map((name) =>
    filled({
      name,
      description: described.get(name),
      examples: examplesOf(project, name),
      requiredSlots: needed.get(name) ?? [],
    }),
  );
}

function examplesOf({ nlu }: RasaProject, intent: string): string[] {
  const own = nlu.filter((item) => item.intent === intent);
  return [...new Set(own.flatMap(({ examples }) => examples.map(({ text }) => text)))];
}

/** Rasa's own default where the classifier is there and names none. */
const usualThreshold = 0.3;

function thresholdOf({ pipeline }: RasaProject): number | undefined {
  const part = pipeline.find(({ name }) => /(?:^|\.)FallbackClassifier$/.test(textOf(name) ?? ''));
  return part && (numberOf(part.threshold) ?? usualThreshold);
}

/** What a rule runs after the fallback intent; else what the rule policy falls back to. */
function fallbackOf({ paths, policies }: RasaProject): string | undefined {
  for (const { steps } of paths) {
    const at = steps.findIndex(({ intent }) => intent === fallbackIntent);
    const ran = at === -1 ? undefined : textOf(steps[at + 1]?.action);
    if (ran !== undefined) return ran;
  }
  return policies
    .map((policy) => textOf(policy.core_fallback_action_name))
    .find((name) => name !== undefined);
}
