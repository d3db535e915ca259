import { z } from 'zod';
import type { BotDefinition } from '../../domain/conversation.js';
import { UsageError } from '../../domain/errors.js';
import { filled, numberOf, textOf } from '../../lib/json.js';
import type { TrainingReader } from '../vendor.js';
import { type Example, examplesOf } from './training/examples.js';
import { type Project, projectOf } from './training/files.js';
import type { Flow } from './training/flows.js';
import { neededSlots } from './training/needs.js';
import { slotsOf } from './training/slots.js';

const options = z.strictObject({
  platform: z.string().min(1).default('rasa'),
  bot_id: z.string().min(1).default('bot').describe("As the rasa source's bot_id."),
});

/** What Rasa writes itself: splits, results, and the domain as it was before `rasa data migrate`. */
const made = 'models|results|train_test_split|(?:nlu_)?comparison_results|original_domain';
/** Packages that are installed beside the bot: Rasa's own has a bot to start with. */
const installed = 'node_modules|venv|(?:site|dist)-packages';
/** Credentials, endpoints and test stories teach the bot nothing. */
const others = new RegExp(
  `(?:^|/)(?:(?:tests?|${made}|${installed}|\\.[^/]*)/|(?:test_|credentials|endpoints|docker-compose|original_domain)[^/]*$)`,
  'i',
);

/** YAML, Rasa 1's Markdown, and JSON of Rasa NLU where its name or folder says that it may be that. */
const own = /\.(?:ya?ml|md)$|(?:^|\/)data\/.*\.json$|(?:nlu|train)[^/]*\.json$/i;

/** A Rasa project: domain, NLU examples, responses, forms, rules and stories, flows, and the fallback of config.yml. */
export const training: TrainingReader<z.infer<typeof options>> = {
  title: 'Rasa training data',
  description:
    'YAML of a Rasa 2 or 3 project, or Markdown or JSON of Rasa 1: a file, its folder, or a glob.',
  options,
  takes: (path) => own.test(path) && !others.test(path),
  recognises: ({ text }) =>
    /^(?:(?:nlu|intents|forms|rules|stories|flows):|## *intent *:)|"rasa_nlu_data"/im.test(text),
  read(files, { platform, bot_id: botId }, readAt, warn) {
    const project = projectOf(files);
    const phrases = phrasesByIntent(project);
    const intents = intentsOf(project, phrases);
    if (intents.length === 0)
      throw new UsageError(
        project.unreadable.length > 0
          ? project.unreadable
          : 'no intents in these files: expected `nlu` items, `flows` or a domain with `intents`',
      );
    for (const problem of project.unreadable) warn?.(problem);
    const needed = neededSlots(project, intents);
    return filled({
      platform,
      botId,
      readAt,
      locale: project.language,
      confidenceThreshold: thresholdOf(project),
      fallbackAction: fallbackOf(project),
      intents: intents.map((name) => ({
        name,
        ...describedBy(project.flows.get(name)),
        examples: [...new Set((phrases.get(name) ?? []).map(({ text }) => text))],
        requiredSlots: needed.get(name) ?? [],
      })),
      slots: slotsOf(project, [...phrases.values()].flat(), needed),
    }) satisfies BotDefinition;
  },
};

const fallbackIntent = 'nlu_fallback';

/** A flow is what a customer wants as an intent is. `faq` of the domain is no intent beside the `faq/ask_hours` that belong to it. */
function intentsOf({ intents, flows }: Project, phrases: ReadonlyMap<string, unknown>): string[] {
  const heads = new Set([...phrases.keys()].map((name) => name.split('/')[0]));
  const started = [...flows].filter(([, { isStartedByCustomers }]) => isStartedByCustomers);
  const named = [...new Set([...intents, ...phrases.keys(), ...started.map(([name]) => name)])];
  const isHead = (name: string) => heads.has(name) && !phrases.has(name);
  return named.filter((name) => name !== fallbackIntent && !isHead(name));
}

const describedBy = (flow: Flow | undefined) =>
  flow?.description !== undefined && { description: flow.description };

function phrasesByIntent({ nlu }: Project): Map<string, Example[]> {
  const phrases = new Map<string, Example[]>();
  for (const item of nlu) {
    const intent = textOf(item.intent);
    if (intent !== undefined)
      phrases.set(intent, [...(phrases.get(intent) ?? []), ...examplesOf(item)]);
  }
  return phrases;
}

/** Rasa's own default where the classifier is there and names none. */
const usualThreshold = 0.3;

function thresholdOf({ pipeline }: Project): number | undefined {
  const part = pipeline.find(({ name }) => /(?:^|\.)FallbackClassifier$/.test(textOf(name) ?? ''));
  return part && (numberOf(part.threshold) ?? usualThreshold);
}

/** What a rule runs after the fallback intent; else what the rule policy falls back to. */
function fallbackOf({ paths, policies }: Project): string | undefined {
  for (const { steps } of paths) {
    const at = steps.findIndex(({ intent }) => intent === fallbackIntent);
    const ran = at === -1 ? undefined : textOf(steps[at + 1]?.action);
    if (ran !== undefined) return ran;
  }
  return policies
    .map((policy) => textOf(policy.core_fallback_action_name))
    .find((name) => name !== undefined);
}
