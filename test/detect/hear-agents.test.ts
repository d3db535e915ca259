import { describe, expect, it } from 'vitest';
import { agentWordsOf } from '../../src/detect/hear-agents.js';
import type { Trace } from '../../src/detect/trace.js';
import { createAgentWordReader } from '../../src/intents/agent-words.js';
import { learnOutcomes } from '../../src/intents/outcome-model.js';
import type { IntentModel, Words } from '../../src/intents/true-intent.js';
import { contact } from '../support/conversations.js';

const intents = ['boiler', 'bill'];
const { model, reliability, base } = learnOutcomes([], intents, new Map());
const known = {
  intents,
  codes: model,
  filedHere: new Map(),
  queues: model,
  reliability,
  base,
  queueFollows: 0,
};
const heard = { boiler: [0.95, 0.03, 0.02], bill: [0.03, 0.95, 0.02] };
const none = [0.02, 0.03, 0.95];

const statement = (stems: string[]) => ({
  sentence: { clause: { stems }, act: { kind: 'statement' } },
  replies: [],
});
/** As far as it is read here. */
const trace = (session: string, toBot: number[], said: string[]): Trace =>
  ({
    session,
    contact: contact([]),
    words: { toBot, toAgent: null },
    questions: [statement(said)],
  }) as unknown as Trace;

const kinds = [
  { toBot: heard.boiler, said: ['pressure', 'valve'] },
  { toBot: heard.bill, said: ['meter', 'tariff'] },
  { toBot: none, said: ['press', 'office'] },
];
const traces = Array.from({ length: 120 }, (_, i) => {
  const { toBot = none, said = [] } = kinds[i % 3] ?? {};
  return trace(`s${i}`, toBot, said);
});

/** @param second what a second reading of all boiler customers says */
function bestFor(second: number[]): number {
  const words = new Map<string, Words>(
    traces
      .filter((_, i) => i % 3 === 0)
      .map(({ session }) => [session, { toBot: second, toAgent: null }]),
  );
  const counts = agentWordsOf(traces, { model: known satisfies IntentModel, words }, new Set());
  const told = createAgentWordReader(counts)(['pressure', 'valve'], undefined, null) ?? [];
  return told.indexOf(Math.max(...told));
}

describe("what agents say of an intent that the bot's own phrases let be heard", () => {
  it('is learned as its, whatever a second reading of the customers made of it', () => {
    expect(bestFor(heard.boiler)).toBe(0);
    expect(bestFor(none)).toBe(0);
  });
});
