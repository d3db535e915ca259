/** Another confidence threshold, where the bot refuses what it knows or acts on what it does not. */
import { wilsonInterval } from '../../stats/wilson-interval.js';
import type { Advice, AdviceInput } from '../advice.js';
import { labelled } from '../candidates.js';
import { costOfWrong, fewestChanged, thresholdStep } from '../settings-of-advice.js';

/** A request of which both the bot's guess and the truth are known. */
interface Guessed {
  confidence: number;
  right: boolean;
}

export const changeThreshold: Advice = {
  id: 'change_threshold',
  title: 'Change the threshold',
  description:
    'A lower confidence threshold where nearly all that falls below it was understood, or a higher one where much of what passes it was not. Not: a bot whose platform logs no confidence, or whose threshold is unknown.',
  answers: ['teach_intent'],
  advise(_, input) {
    const present = input.definition?.confidenceThreshold;
    if (present === undefined) return [];
    const requests = guessesIn(input);
    const better = betterThreshold(requests, present);
    if (!better) return [];
    const { threshold, changed, right } = better;
    const lower = threshold < present;
    const seen = lower
      ? `of ${changed} requests between the two that the bot refused, its best guess was right in ${right}, and it would act wrongly on ${changed - right}`
      : `of ${changed} requests between the two that the bot acted on, it was wrong in ${changed - right}, and would refuse ${right} that it has right`;
    const verb = lower ? 'Lower' : 'Raise';
    const change = `${verb} the confidence threshold from ${present} to ${threshold}: ${seen}.`;
    return [
      {
        kind: 'change_threshold',
        target: 'threshold',
        threshold: { from: present, to: threshold },
        phrases: [],
        change,
      },
    ];
  },
};

/** Those that agents labelled, and those that the bot served to the end, which it understood. */
function guessesIn({ results, handled, config }: AdviceInput): Guessed[] {
  const told = results.flatMap((journey): Guessed[] => {
    const guess = journey.utterance?.guess;
    if (!guess || !labelled(journey, config.labelProbability)) return [];
    return [{ confidence: guess.confidence, right: guess.intent === journey.trueIntent.name }];
  });
  const served = handled.flatMap(({ utterance: { guess }, intent }): Guessed[] =>
    guess ? [{ confidence: guess.confidence, right: guess.intent === intent }] : [],
  );
  return [...told, ...served];
}

/**
 * The threshold that gains most, if it surely gains: the 95 % interval of the share that is right, among what it treats otherwise,
 * lies on its side of break-even.
 */
export function betterThreshold(
  requests: readonly Guessed[],
  present: number,
): { threshold: number; changed: number; right: number } | null {
  const breakEven = costOfWrong / (1 + costOfWrong);
  const options = Array.from({ length: Math.round(1 / thresholdStep) - 1 }, (_, i) => {
    const threshold = Math.round((i + 1) * thresholdStep * 100) / 100;
    const [low, high] = [Math.min(threshold, present), Math.max(threshold, present)];
    const between = requests.filter(({ confidence }) => confidence >= low && confidence < high);
    const right = between.filter((one) => one.right).length;
    const gained = right - costOfWrong * (between.length - right);
    const gain = threshold < present ? gained : -gained;
    return { threshold, changed: between.length, right, gain };
  });
  const [best] = options
    .filter(({ threshold, changed, right }) => {
      if (changed < fewestChanged) return false;
      const [least, most] = wilsonInterval(right, changed);
      return threshold < present ? least > breakEven : most < breakEven;
    })
    .sort((a, b) => b.gain - a.gain || a.threshold - b.threshold);
  return best ? { threshold: best.threshold, changed: best.changed, right: best.right } : null;
}
