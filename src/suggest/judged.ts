/** A draft with the gate's verdict, its backtest and its conflicts. */
import type { SuggestConfig } from '../domain/config.js';
import type { Gate, Suggestion } from '../domain/suggestion.js';
import { conflictsOf } from './conflicts.js';
import { backtestOf, type CrossValidation, flipsOf } from './cross-validation.js';
import type { Drafted } from './decisions.js';
import { gate } from './gate.js';
import type { Training } from './training.js';
import { type TrialOutcome, testable } from './trials.js';

export interface Judging {
  training: Training;
  bench: CrossValidation | null;
  config: SuggestConfig;
  outcomes: ReadonlyMap<string, TrialOutcome>;
}

export function judged(draft: Drafted, { training, bench, config, outcomes }: Judging): Suggestion {
  const { target: _, risk, ...shown } = draft;
  const outcome = outcomes.get(draft.id);
  const conflicts = conflictsOf(draft, training, config.nearDuplicate);
  const backtest = bench && outcome ? backtestOf(bench, outcome.tried) : null;
  const verdict = gate({
    texts: [...draft.phrases.map(({ text }) => text), ...(draft.prompt ? [draft.prompt] : [])],
    conflicts,
    risk,
    backtest,
    untested: testable(draft)
      ? "not tested: the bot's training data has no phrases of at least two intents"
      : 'not tested: classification does not show whether it helps',
    changes: outcome?.changes ?? [],
    flips: bench && outcome ? flipsOf(bench, outcome.tried) : { wins: 0, losses: 0 },
  });
  return {
    ...shown,
    backtest,
    conflicts,
    gate: outcome && !outcome.alone ? together(verdict, outcome) : verdict,
  };
}

/** What was tested in company and is not to blame for any loss is as harmless as all together. */
function together(verdict: Gate, { harmful, changes }: TrialOutcome): Gate {
  if (verdict.risk === 'personal_data') return verdict;
  const found =
    verdict.verdict === 'refused' && changes.length > 0 && !harmful ? 'review' : verdict.verdict;
  return {
    ...verdict,
    verdict: found,
    reason: `tested together with all suggestions: ${verdict.reason}`,
  };
}
