/** What answers each ticket, tested with the bot's own engine where there is an adapter, else with the shadow NLU. */

import { heldBackBy } from '../../domain/ask-reading.js';
import type { SuggestConfig } from '../../domain/config.js';
import { StoppedError, UsageError } from '../../domain/errors.js';
import type { Engine } from '../../nlu/engine.js';
import { engineById, engines } from '../../nlu/engines/index.js';
import { trainShadow } from '../../nlu/shadow.js';
import {
  isSoughtFor,
  type StillProposed,
  type Suggested,
  type SuggestInput,
  suggest,
} from '../../suggest/suggest.js';
import { basisOf, isSought, isStillBased, stillProposed, together } from '../kept/suggestions.js';
import type {
  CohortsFound,
  Detected,
  Ingested,
  Linked,
  Ranked,
  SuggestedNight,
} from '../so-far.js';
import type { Stage } from '../stage.js';
import { stopIfAsked } from '../stop.js';

type Before = Ingested & Linked & Detected & CohortsFound & Ranked;

export const suggestStage: Stage<Before, SuggestedNight> = {
  name: 'suggest',
  async run(context, { night, sides, definition, reading, outcome, ranked, judgedBy }) {
    const { config, store } = context;
    const faultsBefore = context.faults.length;
    const decisions = await store.reviews();
    const grounds = { judgedBy, settings: config.suggest, decisions };
    const suggestBasis = basisOf(grounds, ranked.filter(isSoughtFor));
    const seek = async (left?: StillProposed) => {
      const suggested = await suggestWith(
        await engineOf(config.suggest),
        {
          tickets: ranked,
          results: outcome.results,
          handled: sides.handled,
          definition,
          heldBack: heldBackBy(reading),
          train: trainShadow,
          lexicon: config.lexicon,
          language: context.language,
          decisions,
          pause: () => stopIfAsked(context),
          ...(left && { stillProposed: left }),
        },
        config.suggest,
        (plugin, message) => context.faults.push({ stage: 'suggest', plugin, message }),
      );
      return { suggested, suggestFaults: context.faults.slice(faultsBefore) };
    };
    const kept = context.rereadAll ? null : await store.keptSuggestions(night);
    if (!kept || !isStillBased(kept, suggestBasis)) return { ...(await seek()), suggestBasis };
    const left = stillProposed(kept, ranked);
    const found = isSought(kept, suggestBasis) ? null : await seek(left);
    return together(kept, left, ranked, found, suggestBasis, decisions);
  },
  /** The night's tickets and suggestions as it stored them. */
  async restore({ store, faults }, { night }) {
    const record = await store.suggestRecord(night);
    if (record === null)
      throw new UsageError(
        `--from: the night of ${night} has no stored suggestions; run it with --from suggest`,
      );
    const byId = new Map((await store.suggestions(night)).map((one) => [one.id, one]));
    const suggestFaults = record.faults.map((one) => ({ ...one, stage: 'suggest' }));
    faults.push(...suggestFaults);
    return {
      suggested: {
        suggestions: record.order.flatMap((id) => byId.get(id) ?? []),
        labelNoise: record.labelNoise,
        tickets: await store.tickets(night),
      },
      suggestFaults,
      ...(record.basis && { suggestBasis: record.basis }),
    };
  },
};

/** @throws UsageError when there is no such engine, or a package that it needs is not installed. */
export async function engineOf({ engine: id }: Pick<SuggestConfig, 'engine'>): Promise<Engine> {
  const engine = engineById(id);
  if (!engine) {
    const known = engines.map((one) => one.id).join(', ');
    throw new UsageError(`suggest.engine: "${id}" is none of the engines: ${known}`);
  }
  await engine.check();
  return engine;
}

/** An engine that fails costs its own judgement, not the night: then the shadow NLU judges everything, and the report says so. */
export async function suggestWith(
  engine: Engine,
  input: Omit<SuggestInput, 'judge'>,
  config: SuggestConfig,
  onFault: (engine: string, message: string) => void,
): Promise<Suggested> {
  try {
    return await suggest({ ...input, judge: engine.train }, config);
  } catch (error) {
    if (engine === engines[0] || error instanceof StoppedError) throw error;
    onFault(engine.id, (error as Error).message);
    return await suggest(input, config);
  }
}
