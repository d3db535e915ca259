/** A fictional lending library's bot, a shadow that knows its words, and one way to run detection on a few journeys. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { readLexicon } from '../../src/config/lexicon.js';
import { readRubric } from '../../src/config/rubric.js';
import {
  createJudge,
  createTracer,
  type DetectContext,
  learnFrom,
  type NightModels,
} from '../../src/detect/detect.js';
import type { Category } from '../../src/domain/categories.js';
import type { Classifier } from '../../src/domain/classifier.js';
import type { BotDefinition, HeldValue, Session } from '../../src/domain/conversation.js';
import type { Finding, Journey, JourneyResult } from '../../src/domain/journey.js';
import { canonical } from '../../src/language/en/canonical.js';
import { english } from '../../src/language/en/english.js';
import { createCalendar } from '../../src/lib/calendar.js';
import { createTools, type QuestionTools } from '../../src/questions/tools.js';
import { journey } from '../support/conversations.js';

export const lexicon = readLexicon('en', fileURLToPath(new URL('../..', import.meta.url)));

export function digestValue(value: unknown): string | null {
  const form = canonical(value, { region: 'GB' });
  return form === null ? null : createHash('sha256').update(form).digest('hex').slice(0, 16);
}

/** The customer, to the agent. */
export const wrote = (text: string) => ({ actor: 'customer' as const, text });

/** What a bot held: `held({branch: 'Mill Road'})`. */
export function held(values: Record<string, unknown>): Record<string, HeldValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { digest: digestValue(value) }]),
  );
}

/** The typed token that redaction would leave. */
export const token = (kind: string, value: unknown) =>
  `⟨${kind}:${(digestValue(value) ?? '').slice(0, 6)}⟩`;

const slot = (
  name: string,
  neededBy: string[],
  more: { values?: string[]; prompts?: string[] } = {},
) => ({
  name,
  neededBy,
  values: more.values ?? [],
  prompts: more.prompts ?? [],
});

export const library: BotDefinition = {
  platform: 'test',
  botId: 'bot',
  readAt: 0,
  confidenceThreshold: 0.5,
  fallbackAction: 'action_fallback',
  intents: [
    { name: 'renew_loan', examples: ['renew my books'], requiredSlots: ['card_number', 'title'] },
    { name: 'reserve_room', examples: ['book a study room'], requiredSlots: ['date', 'branch'] },
    { name: 'pay_fine', examples: ['pay my late fee'], requiredSlots: ['card_number'] },
  ],
  slots: [
    slot('card_number', ['renew_loan', 'pay_fine'], {
      prompts: ['What is your library card number?'],
    }),
    slot('title', ['renew_loan']),
    slot('date', ['reserve_room']),
    slot('branch', ['reserve_room'], { values: ['Mill Road', 'Central', 'Eastgate'] }),
    slot('newsletter', []),
  ],
};

const keywords: Record<string, RegExp> = {
  renew_loan: /renew|extend|loan/i,
  reserve_room: /room|reserve/i,
  pay_fine: /fine|fee|pay/i,
};

/** Knows an intent by its keyword; everything else is "none of these". */
export const shadow: Classifier = {
  engine: 'keywords',
  intents: Object.keys(keywords),
  classify(text) {
    const names = Object.keys(keywords).filter((name) => keywords[name]?.test(text));
    const none = names.length > 0 ? 0.05 : 0.9;
    const ranking = Object.keys(keywords).map((intent) => ({
      intent,
      probability: names.includes(intent)
        ? 0.95 / names.length - 0.01
        : (1 - none - (names.length > 0 ? 0.95 - 0.01 * names.length : 0)) /
          (3 - names.length || 1),
    }));
    ranking.sort((a, b) => b.probability - a.probability);
    return {
      intent: names[0] ?? null,
      probability: names.length > 0 ? (ranking[0]?.probability ?? 0) : none,
      ranking,
      none,
    };
  },
};

export function context(more: Partial<DetectContext> = {}): DetectContext {
  return {
    definition: library,
    shadow,
    digestValue,
    lexicon,
    language: english,
    calendar: createCalendar('Europe/London'),
    onFault: (plugin, message) => {
      throw new Error(`${plugin} ${message}`);
    },
    config: {
      verificationSlots: [],
      askConfidence: 0.5,
      neededShare: 0.5,
      lowConfidence: 0.5,
      loopRepeats: 2,
      trueIntentFrom: 0.7,
      fairTryTurns: 2,
      repeatSimilarity: 0.45,
      hostileSentiment: -0.4,
      outcomes: {
        RENEWAL: ['renew_loan'],
        ROOM: ['reserve_room'],
        FINE: ['pay_fine'],
        LOST_PROPERTY: ['lost_property'],
      },
      queues: {},
      rubric: readRubric(''),
    },
    ...more,
  };
}

export function tools(more: Partial<DetectContext> = {}): QuestionTools {
  const made = context(more);
  return createTools(made, made.definition?.slots ?? []);
}

/** Reads all journeys, and learns from them. */
export function learnAll(journeys: readonly Journey[], made: DetectContext): Promise<NightModels> {
  return learnFrom(journeys.map(createTracer(made)), made, async () => {});
}

export async function detectAll(
  journeys: readonly Journey[],
  more: Partial<DetectContext> = {},
): Promise<JourneyResult[]> {
  const made = context(more);
  return journeys.map(createJudge(await learnAll(journeys, made), made));
}

export async function detectOne(
  bot: Session,
  agentSide?: Journey['contact'],
  link: Partial<Journey['link']> = {},
  more: Partial<DetectContext> = {},
): Promise<JourneyResult> {
  const [result] = await detectAll([journey(bot, agentSide, link)], more);
  if (!result) throw new Error('no result');
  return result;
}

export const of = (result: JourneyResult, category: Category): Finding[] =>
  result.findings.filter((finding) => finding.category === category);
