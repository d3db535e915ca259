/** What a person has written in a review: read as the vendor writes it, and checked like everything that would be imported. */
import type { Config } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import type { Decision, Phrase, Suggestion } from '../domain/suggestion.js';
import { shadow } from '../nlu/engines/shadow.js';
import { trainShadow } from '../nlu/shadow.js';
import { engineOf } from '../pipeline/stages/suggest.js';
import type { Store } from '../store/store.js';
import { personalData } from '../suggest/personal-data.js';
import { retest } from '../suggest/retest.js';
import { readMarked } from '../text/marked.js';
import { findPatchWriter } from '../vendors/patch.js';
import { trainingFiles } from '../vendors/training.js';
import { createTools, type Outside } from './command.js';

type Written = Pick<Phrase, 'text' | 'entities'>;

/** Reads phrases as the training data's vendor writes them: `pay [567](amount)`. */
export async function phraseReader({ trainingData }: Config): Promise<(text: string) => Written> {
  const read = findPatchWriter(trainingData?.format ?? null)?.readPhrase;
  if (!read || !trainingData) return readPlainly;
  const files = await trainingFiles(trainingData);
  return (text) => read(text, files);
}

function readPlainly(written: string): Written {
  const read = readMarked(written);
  if (read === null)
    throw new UsageError(`"${written}": a bracket is left that marks nothing; write [value](slot)`);
  const entities = read.marks.map(({ name: slot, start, end }) => ({ slot, start, end }));
  return { text: read.text, entities };
}

export interface Made {
  decision: Decision;
  /** As the night proposed it. */
  suggestion: Suggestion;
}

/**
 * A person's own words may carry what no phrase of a night does, and teach what no test has seen.
 * @throws UsageError with every text that may not be imported, and why
 */
export async function checkTexts(
  made: readonly Made[],
  { config, store, outside }: { config: Config; store: Store; outside: Outside },
): Promise<void> {
  const changed = made.filter((one) => newTexts(one).length > 0);
  const problems = [...made.flatMap(personalIn), ...namesIn(changed, config, outside)];
  if (problems.length > 0) throw new UsageError([...new Set(problems)]);
  if (changed.length === 0) return;
  const definition = await store.definition(null);
  const engine = config.suggest.engine === shadow.id ? shadow : await engineOf(config.suggest);
  for (const { decision, suggestion } of changed) {
    const approved = { ...suggestion, ...decision.approved };
    const tools = { definition, train: trainShadow, judge: engine.train, config: config.suggest };
    const { gate } = await retest(approved, tools);
    if (gate.verdict === 'refused') throw new UsageError(`${suggestion.id}: ${gate.reason}`);
  }
}

const textsOf = ({
  phrases,
  prompt,
}: {
  phrases: readonly { text: string }[];
  prompt?: string | undefined;
}): string[] => [...phrases.map(({ text }) => text), ...(prompt ? [prompt] : [])];

function newTexts({ decision, suggestion }: Made): string[] {
  const before = new Set(textsOf(suggestion));
  return decision.approved ? textsOf(decision.approved).filter((text) => !before.has(text)) : [];
}

const personalIn = ({ decision: { suggestion: id, approved } }: Made): string[] =>
  (approved ? textsOf(approved) : []).flatMap((text) => {
    const found = personalData(text);
    return found ? [`${id}: "${text}" carries ${found}`] : [];
  });

/** Names, addresses and what else redaction takes out of transcripts; but not the made-up values that we put in ourselves. */
function namesIn(made: readonly Made[], config: Config, outside: Outside): string[] {
  const { redactor } = createTools(config, outside);
  return made.flatMap((one) => {
    const ours = textsOf(one.suggestion).join('\n');
    return newTexts(one).flatMap((text) =>
      redactor
        .redactWithSpans(text, [])
        .hidden.filter(({ words }) => !ours.includes(words))
        .map(({ kind, words }) => `${one.suggestion.id}: "${text}" carries a ${kind}: ${words}`),
    );
  });
}
