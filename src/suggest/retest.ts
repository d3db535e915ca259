/** The gate for what a person has changed in a suggestion, before it is kept. */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import type { SuggestConfig } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import type { Suggestion } from '../domain/suggestion.js';
import type { Engine } from '../nlu/engine.js';
import { createCrossValidation } from './cross-validation.js';
import type { Drafted } from './decisions.js';
import { judged } from './judged.js';
import { byRisk } from './risk.js';
import { readTraining } from './training.js';
import { testable, tryAll } from './trials.js';

export interface Retesting {
  definition: BotDefinition | null;
  train: (phrases: LabelledPhrase[]) => Classifier;
  judge: Engine['train'];
  config: SuggestConfig;
}

/** As the night would judge it on the training data alone: the journeys that it was drawn from are not at hand. */
export async function retest(
  suggestion: Suggestion,
  { definition, train, judge, config }: Retesting,
): Promise<Suggestion> {
  const training = readTraining(definition, train);
  const parts = byRisk({ ...suggestion, target: '' }, { training, doubt: new Map(), config });
  const collides = parts.some(({ risk }) => risk === 'collision');
  const draft: Drafted = { ...suggestion, target: '', ...(collides && { risk: 'collision' }) };
  const bench =
    training.shadow && testable(draft) ? await createCrossValidation(training, [], judge) : null;
  const outcomes = bench ? await tryAll(bench, [draft], training.phrases.length) : new Map();
  return judged(draft, { training, bench, config, outcomes });
}
