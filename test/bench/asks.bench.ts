/** Agent turns a second on one core, for the whole reading of asks and answers: sentences, slots, answers, the ledger. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { readRubric } from '../../src/config/rubric.js';
import type { Contact, Session } from '../../src/domain/conversation.js';
import { createProtector } from '../../src/ingest/protect.js';
import { english } from '../../src/language/en/english.js';
import { createCalendar } from '../../src/lib/calendar.js';
import { emptyAskContext, readAgent } from '../../src/questions/agent-side.js';
import { readBot } from '../../src/questions/bot-side.js';
import { readLedger } from '../../src/questions/ledger.js';
import { createTools } from '../../src/questions/tools.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { simulateDays } from '../../src/simulate/simulate.js';
import type { DetectContext } from '../../src/transcript/context.js';
import { learnAll } from '../detect/support.js';
import { journey } from '../support/conversations.js';

const lexicon = readLexicon('en', join(import.meta.dirname, '../..'));
const limit = 50_000;

function pairs(journeys: number): { session: Session; contact: Contact }[] {
  const redactor = createRedactor({
    language: english,
    digest: createDigest(Buffer.alloc(32, 1)),
    region: 'GB',
    lexicon,
  });
  const protector = createProtector(redactor);
  return [
    ...simulateDays({ world: 'telco', seed: 41, journeys, from: '2026-10-05', days: 28 }),
  ].flatMap(({ sessions, contacts, truth }) => {
    const sessionOf = new Map(sessions.map((one) => [one.session_id, one]));
    const contactOf = new Map(contacts.map((one) => [one.contact_id, one]));
    return truth.flatMap(({ session_id, contact_id }) => {
      const session = sessionOf.get(session_id);
      const contact = contactOf.get(contact_id ?? '');
      if (!session || !contact) return [];
      return [{ session: protector.session(session), contact: protector.contact(contact) }];
    });
  });
}

const detectConfig: DetectContext['config'] = {
  verificationSlots: ['date_of_birth', 'security_pin'],
  askConfidence: 0.5,
  neededShare: 0.5,
  lowConfidence: 0.5,
  loopRepeats: 2,
  trueIntentFrom: 0.7,
  fairTryTurns: 2,
  repeatSimilarity: 0.45,
  hostileSentiment: -0.4,
  outcomes: {},
  queues: {},
  rubric: readRubric(''),
};

describe('asks and answers', () => {
  it('are read at many thousands of turns a second', async () => {
    const redactor = createRedactor({
      language: english,
      digest: createDigest(Buffer.alloc(32, 1)),
      region: 'GB',
      lexicon,
    });
    const context: DetectContext = {
      language: english,
      definition: null,
      shadow: null,
      digestValue: (value) => redactor.digestValue(value),
      lexicon,
      config: detectConfig,
      calendar: createCalendar('Europe/London'),
      onFault: () => {},
    };
    const all = pairs(3_000);
    const turns = all.reduce(
      (sum, { contact }) => sum + contact.turns.filter(({ actor }) => actor === 'agent').length,
      0,
    );
    const from = performance.now();
    const learned = await learnAll(
      all.map(({ session, contact }) => journey(session, contact)),
      context,
    );
    const learning = (performance.now() - from) / 1000;
    const rows: string[] = [];
    for (let round = 0; round < 3; round++) {
      const tools = createTools(context, learned.slots);
      const start = performance.now();
      let entries = 0;
      for (const { session, contact } of all) {
        const bot = readBot(session, tools);
        const light = { ...emptyAskContext, asking: learned.asking };
        const agent = readAgent(contact, bot, tools, light);
        const none = new Set<string>();
        const { verbatimRates } = learned;
        entries += readLedger({ bot, agent, needs: none, verbatimRates }, tools).length;
      }
      const seconds = (performance.now() - start) / 1000;
      rows.push(`${Math.round(turns / seconds)} agent turns a second`);
      expect(entries).toBeGreaterThan(0);
    }
    console.log(
      `\n=== ${turns} agent turns of ${all.length} journeys (limit ${limit} a second); learning took ${learning.toFixed(1)} s\n${rows.join('\n')}`,
    );
  });
});
