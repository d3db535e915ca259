/** Both sides of every journey, judged one by one. */

import { detect, learn } from '../../detect/detect.js';
import type { Classifier, LabelledPhrase } from '../../domain/classifier.js';
import type { Config } from '../../domain/config.js';
import type { BotDefinition } from '../../domain/conversation.js';
import type { JourneyResult } from '../../domain/journey.js';
import { labelOf } from '../../domain/no-intent.js';
import { trainShadow } from '../../nlu/shadow.js';
import { journeyReader } from '../read-journeys.js';
import type { Detected, Ingested, Linked } from '../so-far.js';
import type { Stage } from '../stage.js';

export const detectStage: Stage<Ingested & Linked, Detected> = {
  name: 'detect',
  async run({ config, store, redactor, calendar, onFault }, { definition, linked }) {
    const shadow = trainOn(definition);
    const context = {
      definition,
      shadow,
      train: (phrases: LabelledPhrase[]) => trainShadow(phrases, { calibration: 200 }),
      digestValue: (value: unknown) => redactor.digestValue(value),
      lexicon: config.lexicon,
      config: config.detect,
      calendar,
      onFault,
    };
    const read = journeyReader(store, linked.links);
    const learned = await learn(read(), context);
    const results: JourneyResult[] = [];
    for await (const result of detect(read(), learned, context)) results.push(result);
    return {
      results,
      bot: nameOf(config, definition, results),
      shadowEngine: shadow?.engine ?? null,
    };
  },
};

function trainOn(definition: BotDefinition | null): Classifier | null {
  const phrases: LabelledPhrase[] = (definition?.intents ?? []).flatMap(({ name, examples }) =>
    examples.map((text) => ({ text, intent: labelOf(name) })),
  );
  const intents = new Set(phrases.flatMap(({ intent }) => intent ?? []));
  return intents.size < 2 ? null : trainShadow(phrases);
}

function nameOf(
  config: Config,
  definition: BotDefinition | null,
  results: readonly JourneyResult[],
): string {
  return config.bot.id ?? results[0]?.session.split('/')[1] ?? definition?.botId ?? 'bot';
}
