import { UsageError } from '../domain/errors.js';
import {
  type CommonOptions,
  loadConfig,
  type Outcome,
  type Outside,
  withStore,
} from './command.js';

export interface ReviewOptions extends CommonOptions {
  decision: string;
  id: string;
  by?: string;
}

const decisions = { accept: 'accepted', reject: 'rejected' } as const;

/** `handback review accept|reject ID`: a person's word on a suggestion of the last night; it survives every later night. */
export async function run(options: ReviewOptions, outside: Outside): Promise<Outcome> {
  const { id, by } = options;
  const decision = decisions[options.decision as keyof typeof decisions];
  if (!decision) {
    throw new UsageError(`${options.decision}: expected ${Object.keys(decisions).join(' or ')}`);
  }
  const config = loadConfig(options, outside);
  return withStore(config, async (store) => {
    const night = await store.lastGoodNight();
    const suggestions = night === null ? [] : await store.suggestions(night);
    const suggestion = suggestions.find((one) => one.id === id);
    if (!suggestion) {
      throw new UsageError(
        `${id}: the last night (${night ?? 'none yet'}) has no such suggestion; suggestions.yaml lists them`,
      );
    }
    const rejected = decision === 'rejected' ? suggestion.phrases.map(({ text }) => text) : [];
    const review = {
      decision,
      at: new Date(outside.now()).toISOString(),
      ...(by !== undefined && { by }),
    };
    await store.saveReview({ suggestion: id, review, rejectedPhrases: rejected });
    return {
      text: `${decision}: ${suggestion.change}${rejected.length > 0 ? `\nIts ${rejected.length} phrases will not come back.` : ''}`,
      data: { id, review },
    };
  });
}
