/** Both sides of every journey, judged one by one. */

import type { Classifier, LabelledPhrase } from '../../domain/classifier.js';
import type { Config } from '../../domain/config.js';
import type { BotDefinition } from '../../domain/conversation.js';
import type { JourneyResult } from '../../domain/journey.js';
import { labelledPhrases } from '../../domain/no-intent.js';
import type { DetectContext } from '../../transcript/context.js';
import type { NightContext } from '../context.js';
import { createTrainer, type Trainer } from '../kept/classifiers.js';
import { commonSource } from '../kept/common-source.js';
import { judgeJourneys } from '../kept/journeys.js';
import { sourcesOf } from '../kept/sources.js';
import type { Detected, Ingested, Linked } from '../so-far.js';
import type { Stage } from '../stage.js';
import { stopIfAsked } from '../stop.js';

export const detectStage: Stage<Ingested & Linked, Detected> = {
  name: 'detect',
  async run(night, { definition, linked, sides, night: date }) {
    const { config, store, rereadAll, relearn } = night;
    const trainer = createTrainer(await store.classifiers());
    const shadow = trainOn(definition, trainer);
    const { links } = linked;
    const common = commonSource(config, definition);
    const { results, reading, learned, by, ...work } = await judgeJourneys({
      store,
      links,
      sources: await sourcesOf(links, sides, common, store),
      common,
      handoffAt: new Map(sides.handoffs.map(({ session, at }) => [session, at])),
      surveys: sides.surveys,
      night: date,
      rereadAll,
      relearn,
      pause: () => stopIfAsked(night),
      context: contextOf(night, definition, shadow, trainer),
    });
    const judgedBy = `${common} ${by}`;
    await store.keepClassifiers(judgedBy, trainer.used);
    night.onStage?.(
      'detect',
      `${work.read} journeys read, ${work.judged} of ${links.length} judged`,
    );
    return {
      results,
      reading,
      learned,
      judgedBy,
      work,
      bot: nameOf(config, definition, results),
      shadowEngine: shadow?.engine ?? null,
    };
  },
};

const contextOf = (
  { config, redactor, language, calendar, faults }: NightContext,
  definition: BotDefinition | null,
  shadow: Classifier | null,
  { train }: Trainer,
): DetectContext => ({
  definition,
  shadow,
  train: (phrases: LabelledPhrase[]) => train(phrases, 200),
  digestValue: (value: unknown) => redactor.digestValue(value),
  lexicon: config.lexicon,
  language,
  config: config.detect,
  calendar,
  onFault: (plugin, message) => faults.push({ stage: 'detect', plugin, message }),
});

function trainOn(definition: BotDefinition | null, { train }: Trainer): Classifier | null {
  const phrases = labelledPhrases(definition);
  const intents = new Set(phrases.flatMap(({ intent }) => intent ?? []));
  return intents.size < 2 ? null : train(phrases);
}

function nameOf(
  config: Config,
  definition: BotDefinition | null,
  results: readonly JourneyResult[],
): string {
  return config.bot.id ?? results[0]?.session.split('/')[1] ?? definition?.botId ?? 'bot';
}
