/** A bot on nlp.js: its failures in, our suggestions tested by its own engine, imported, and next month's customers understood. */
import { describe, expect, it } from 'vitest';
import type { LabelledPhrase } from '../../src/domain/classifier.js';
import { nlpjs } from '../../src/nlu/engines/nlpjs.js';
import { suggest } from '../../src/suggest/suggest.js';
import { config, definition, input } from './library.js';

const present: LabelledPhrase[] = definition.intents.flatMap(({ name, examples }) =>
  examples.map((text) => ({ text, intent: name })),
);
/** Other customers with the same wish, and some whom the bot understood all along. */
const nextMonth: LabelledPhrase[] = [
  ...[
    'do not want my novel back on the shelf yet',
    'leave the story with me until next month',
    'I am still not finished, a few more days please',
    'hang on to the novel a little longer',
    'could you postpone the deadline for me',
  ].map((text) => ({ text, intent: 'renew_loan' })),
  ...definition.intents.flatMap(({ name, examples }) =>
    examples.slice(0, 2).map((text) => ({ text, intent: name })),
  ),
];

async function understood(phrases: readonly LabelledPhrase[]): Promise<number> {
  const trained = await nlpjs.train(phrases);
  const said = await trained.classify(nextMonth.map(({ text }) => text));
  return said.filter(({ intent }, i) => intent === nextMonth[i]?.intent).length;
}

describe('the loop with a real engine', () => {
  it('closes', async () => {
    const { suggestions } = await suggest(input({ judge: nlpjs.train }), config);
    const imported = suggestions.filter(
      ({ kind, gate }) => kind === 'add_phrases' && gate.verdict !== 'refused',
    );
    expect(imported.map(({ backtest }) => backtest?.engine)).toContain('nlp.js 4');
    const added = imported.flatMap(({ intent, phrases }) =>
      phrases.map(({ text }) => ({ text, intent: intent ?? null })),
    );
    const [before, after] = [await understood(present), await understood([...present, ...added])];
    expect(after).toBeGreaterThan(before);
  }, 60_000);
});
