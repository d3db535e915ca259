import type { LabelledPhrase, Prediction } from '../../domain/classifier.js';
import { UsageError } from '../../domain/errors.js';
import type { Engine } from '../engine.js';
import { ifInstalled } from '../optional.js';

const locale = 'en';
/** The name that nlp.js has for "none of these", with its own training feature behind it. */
const none = 'None';

const quiet = () => {};
const silent = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  log: quiet,
  trace: quiet,
  fatal: quiet,
};

async function load() {
  const loaded = await ifInstalled(() => import('node-nlp'));
  if (loaded) return loaded;
  throw new UsageError('[nlu] nlpjs needs a package that is not installed: npm install node-nlp');
}

export const nlpjs: Engine = {
  id: 'nlpjs',
  title: 'nlp.js',
  description: "The open-source engine of AXA (`node-nlp`), trained on the bot's phrases.",
  needs: ['node-nlp'],
  check: async () => void (await load()),
  async train(phrases) {
    const loaded = await load();
    const intents = [...new Set(phrases.flatMap(({ intent }) => intent ?? []))].sort();
    const position = new Map(intents.map((intent, k) => [intent, k]));
    // Without `log: false` it prints every epoch, without `autoSave: false` it writes model.nlp.
    const manager = new loaded.NlpManager({
      languages: [locale],
      autoSave: false,
      autoLoad: false,
      nlu: { log: false },
    });
    // Its warnings quote customers' words on the terminal, as they are.
    manager.container.register('logger', silent);
    // An intent may be called `None` or `__proto__`: it sees numbers only.
    for (const { text, intent } of shuffled(phrases))
      manager.addDocument(locale, text, intent === null ? none : String(position.get(intent)));
    if (intents.length > 0) await manager.train();
    return {
      engine: 'nlp.js 4',
      intents,
      async classify(texts) {
        const predictions: Prediction[] = [];
        for (const text of texts) {
          if (intents.length === 0) predictions.push(predictionOf(intents, []));
          else {
            const { classifications } = await manager.classify(locale, text);
            predictions.push(predictionOf(intents, classifications));
          }
        }
        return predictions;
      },
    };
  },
};

/** Its scores add up to 1 as a rule; what they lack belongs to none. */
function predictionOf(
  intents: readonly string[],
  classifications: readonly { intent: string; score: number }[],
): Prediction {
  const score = new Map(classifications.map((one) => [one.intent, one.score]));
  const given = intents.map((_, k) => score.get(String(k)) ?? 0);
  const sum = given.reduce((total, value) => total + value, 0);
  const rest = Math.max(score.get(none) ?? 0, 1 - sum);
  const total = sum + rest || 1;
  const ranking = intents
    .map((intent, k) => ({ intent, probability: (given[k] ?? 0) / total }))
    .sort((a, b) => b.probability - a.probability);
  const best = ranking[0];
  return best && best.probability >= rest / total
    ? { intent: best.intent, probability: best.probability, ranking, none: rest / total }
    : { intent: null, probability: rest / total, ranking, none: rest / total };
}

/**
 * Sorted by intent, its network learns the last intents best (banking77: .53 instead of .68 with ten phrases). So the phrases
 * are sorted, whatever their order was, then drawn by a fixed sequence.
 */
function shuffled(phrases: readonly LabelledPhrase[]): LabelledPhrase[] {
  const key = ({ intent, text }: LabelledPhrase) => `${intent ?? ''}\n${text}`;
  const order = [...phrases].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  let state = 20261123;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = (state >>> 8) % (i + 1);
    const [a, b] = [order[i], order[j]];
    if (a && b) [order[i], order[j]] = [b, a];
  }
  return order;
}
