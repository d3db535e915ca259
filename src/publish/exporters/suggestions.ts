/** suggestions.yaml, schema handback/suggestions/1: the changes to the training data, with evidence and review. */
import type { Report } from '../../domain/report.js';
import type { Backtest, Phrase, Suggestion } from '../../domain/suggestion.js';
import { toYaml } from '../../lib/yaml.js';
import type { Exporter } from '../exporter.js';
import { warningLine } from '../in-force.js';
import { type SuggestionsFile, schemaLine } from '../output-schemas.js';

export const suggestions: Exporter = {
  id: 'suggestions',
  file: 'suggestions.yaml',
  render: ({ run, suggestions: all }: Report) =>
    toYaml(
      {
        schema: 'handback/suggestions/1',
        suggestions: all.map(suggestionOf),
      } satisfies SuggestionsFile,
      schemaLine('suggestions') +
        warningLine(run) +
        'To review: handback review accept ID, reject ID or edit ID; or set the decisions here (accepted, edited, rejected),\n' +
        'take phrases out or rewrite them, and give the file back: handback review --from suggestions.yaml\n' +
        "An entity's start and end count UTF-16 units of its text, end exclusive.",
    ),
};

function suggestionOf(suggestion: Suggestion) {
  const { gate, review } = suggestion;
  return {
    id: suggestion.id,
    ticket: suggestion.ticket,
    kind: suggestion.kind,
    intent: suggestion.intent,
    from_intent: suggestion.fromIntent,
    slot: suggestion.slot,
    phrases: suggestion.phrases.map(phraseOf),
    prompt: suggestion.prompt,
    threshold: suggestion.threshold,
    near_misses: suggestion.nearMisses,
    evidence: suggestion.evidence?.map(({ sessionId, contactId, turns, quote }) => ({
      session_id: sessionId,
      contact_id: contactId,
      turns,
      quote,
    })),
    change: suggestion.change,
    backtest: suggestion.backtest && backtestOf(suggestion.backtest),
    conflicts: suggestion.conflicts,
    gate: gate.verdict,
    reason: gate.reason,
    review: { decision: review.decision, by: review.by, at: review.at },
  };
}

function phraseOf({ text, entities, sources }: Phrase) {
  return {
    text,
    entities:
      entities.length === 0
        ? undefined
        : entities.map(({ slot, start, end }) => ({ slot, start, end })),
    sources: sources.map(({ sessionId, turn, signals, labelProbability }) => ({
      session_id: sessionId,
      turn,
      signals,
      label_probability: labelProbability,
    })),
  };
}

function backtestOf({ engine, overall, inScope, outOfScope, worstIntent }: Backtest) {
  return {
    engine,
    overall,
    in_scope: inScope,
    out_of_scope: outOfScope,
    worst_intent: worstIntent,
  };
}
