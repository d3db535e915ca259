/** The first pass: what this bot's journeys teach before any of them is judged. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Journey } from '../domain/journey.js';
import { labelOf } from '../domain/no-intent.js';
import { dependence } from '../intents/dependence.js';
import { learnOutcomes, type Observation } from '../intents/outcome-model.js';
import { readAgain } from '../intents/second-reading.js';
import { readings, teachesFrom } from '../intents/settings.js';
import {
  distributionOf,
  type IntentModel,
  readIntent,
  trueIntent,
  type Words,
} from '../intents/true-intent.js';
import {
  type AgentReading,
  asksOf,
  type Boilerplate,
  emptyAskContext,
  readAgent,
  subjectsOf,
} from '../questions/agent-side.js';
import { answerForms } from '../questions/answer-form.js';
import { says } from '../questions/answers.js';
import { type BotReading, readBot } from '../questions/bot-side.js';
import { commonSlots } from '../questions/common-slots.js';
import { type Asking, createWordingCollector } from '../questions/learn-wordings.js';
import { learnNeeds, type Needs, surelyAsked } from '../questions/needs.js';
import type { Question } from '../questions/questions.js';
import { createTools, type QuestionTools } from '../questions/tools.js';
import { prepare, similarity } from '../text/similarity.js';
import { withoutTokens } from '../text/tokens.js';
import { splitName } from '../transcript/clauses.js';
import type { DetectContext } from '../transcript/context.js';
import { carryingUtterance } from './utterance.js';

export interface NightModels {
  /** The definition's slots, with the prompts that the bot was seen to use. */
  slots: DefinedSlot[];
  /** What this centre's wordings ask for. */
  asking: Asking | null;
  /** Slots that agents ask for in most journeys of an intent. */
  needs: Needs;
  /** Slots whose held values are the customer's own words, so that a mismatch means something. */
  comparable: ReadonlySet<string>;
  boilerplate: Boilerplate;
  model: IntentModel;
  /** The shadow's posteriors, by session: classifying is the dearest step and is done once. */
  words: ReadonlyMap<string, Words>;
}

/** What is kept of a journey between the two halves of the pass. */
interface Trace {
  session: string;
  intent: string | undefined;
  contact: Journey['contact'];
  words: Words;
  texts: { toBot: string | undefined; toAgent: string | undefined };
  about: string[];
  held: ReadonlySet<string>;
  questions: Question[];
}

/** A share is no share over fewer contacts than this. */
const fewestContacts = 20;
const boilerplateShare = 0.5;
const boilerplateDiscount = 0.6;
const promptsKept = 5;
const samplesOfSlot = 50;

export async function learn(
  journeys: AsyncIterable<Journey>,
  context: DetectContext,
): Promise<NightModels> {
  const tools = createTools(context, context.definition?.slots ?? []);
  const seen = createSeen(tools);
  const wordings = createWordingCollector();
  const traces: Trace[] = [];
  for await (const { session, contact, link } of journeys) {
    const linked = link.status === 'none' ? undefined : contact;
    const bot = readBot(session, tools);
    const agent = linked ? readAgent(linked, bot, tools, emptyAskContext) : null;
    const heard = wordsOfJourney(bot, agent, tools);
    seen.add(bot, agent);
    const about = linked ? subjectsOf(bot, linked) : [];
    if (agent) wordings.add(agent.questions, about);
    for (const { slot, answer } of askedByBot(bot)) wordings.addLabelled(slot, answer, about);
    traces.push({
      session: session.id,
      intent: bot.intent?.name,
      contact: linked && { ...linked, turns: [] },
      words: heard,
      texts: textsOf(bot, agent),
      about,
      held: new Set(bot.held.keys()),
      questions: (agent?.questions ?? []).filter(mayAsk),
    });
  }
  const slots = seen.slots();
  // Sums of floating-point numbers depend on their order, and what is learned must not depend on the journeys'.
  traces.sort((a, b) => (a.session < b.session ? -1 : 1));
  const model = learnWishes(traces, tools);
  const words = new Map(traces.map(({ session, words: heard }) => [session, heard]));
  const boilerplate = seen.boilerplate();
  const asking = wordings.learn(slots, context.lexicon);
  const ready = createTools(context, slots);
  const light = { ...emptyAskContext, asking };
  const needs = learnNeeds(
    traces.flatMap(({ intent: acted, contact, words: heard, about, held, questions }) => {
      if (!contact) return [];
      const { posterior } = readIntent(heard, contact, model);
      const asks = questions.flatMap((question) => asksOf(question, about, ready, light));
      const code = contact.outcome.reason;
      return [{ posterior, acted, code, held, asked: surelyAsked(asks, ready) }];
    }),
    model.intents,
    ready,
  );
  return { slots, asking, needs, comparable: seen.comparable(), boilerplate, model, words };
}

const mayAsk = ({ sentence }: Question) => sentence.act.kind !== 'statement';

/** Where the platform logs what the bot asks for, the answers show what values of each slot look like. */
function askedByBot({ session, customer }: BotReading): { slot: string; answer: string[] }[] {
  return session.turns.flatMap(({ asksFor }, turn) => {
    const reply = customer.find(({ index }) => index > turn);
    if (asksFor === undefined || !reply || reply.role === 'payload') return [];
    return [{ slot: asksFor, answer: answerForms([reply]) }];
  });
}

/** What the customer's own words say, on each side. */
export function wordsOfJourney(
  bot: BotReading,
  agent: AgentReading | null,
  tools: QuestionTools,
): Words {
  const { toBot, toAgent } = textsOf(bot, agent);
  return {
    toBot: distributionOf(toBot, tools.shadow, tools.wants),
    toAgent: distributionOf(toAgent, tools.shadow, tools.wants),
    ...(toBot !== undefined &&
      toAgent !== undefined && { alike: similarity(prepare(toBot), prepare(toAgent)) }),
  };
}

function textsOf(bot: BotReading, agent: AgentReading | null): Trace['texts'] {
  const toAgent = agent?.informative?.text;
  const toBot = carryingUtterance(bot)?.text;
  return { toBot: toBot && withoutTokens(toBot), toAgent: toAgent && withoutTokens(toAgent) };
}

/** Words and labels teach each other: what both say of some journeys lets the words of others be heard better. */
function learnWishes(traces: Trace[], tools: QuestionTools): IntentModel {
  let model = learnModel(traces, tools);
  const { shadow, train, definition, wants, config } = tools;
  if (!shadow || !train || !definition || wants.length === 0) return model;
  const lessons = definition.intents.flatMap(({ name, examples }) =>
    examples.map((text) => ({ text, intent: labelOf(name) })),
  );
  for (let reading = 0; reading < readings; reading++) {
    const known = traces.map(({ words, contact, texts }) => {
      const { name, probability, standing } = trueIntent(
        readIntent(words, contact, model),
        model,
        config.trueIntentFrom,
      );
      return { ...texts, intent: name, probability: standing === 'none' ? 0 : probability };
    });
    if (!known.some(({ probability }) => probability >= teachesFrom)) break;
    const again = readAgain(known, lessons, train, (text, classifier) =>
      distributionOf(text, classifier, wants),
    );
    traces.forEach((trace, i) => {
      trace.words = { ...trace.words, ...again[i] };
    });
    model = learnModel(traces, tools);
  }
  return model;
}

function learnModel(traces: readonly Trace[], tools: QuestionTools): IntentModel {
  const { config, wants: intents } = tools;
  const observe = (labelOf: (trace: Trace) => string | undefined): Observation[] =>
    traces.flatMap((trace) => {
      const label = labelOf(trace);
      const posterior = trace.words.toAgent ?? trace.words.toBot;
      return label !== undefined && posterior ? [{ label, posterior }] : [];
    });
  const codes = new Map(Object.entries(config.outcomes));
  for (const { contact } of traces) {
    const code = contact?.outcome.reason;
    if (code !== undefined && !codes.has(code) && saysNothing(code, tools)) codes.set(code, null);
  }
  const byCode = learnOutcomes(
    observe(({ contact }) => contact?.outcome.reason),
    intents,
    codes,
  );
  const byQueue = learnOutcomes(
    observe(({ contact }) => contact?.queue),
    intents,
    new Map(Object.entries(config.queues)),
  );
  const filed = traces.flatMap(({ contact }) =>
    contact?.queue === undefined || contact.outcome.reason === undefined
      ? []
      : [[contact.outcome.reason, contact.queue] as const],
  );
  return {
    intents,
    codes: byCode.model,
    queues: byQueue.model,
    reliability: byCode.reliability,
    base: byCode.base,
    queueFollows: dependence(filed),
  };
}

/** "Other", "general enquiry", "no code": filed so that it is filed. */
function saysNothing(code: string, { lexicon }: QuestionTools): boolean {
  const empty = new Set(lexicon.emptyCodes);
  return splitName(code).every((word) => empty.has(word));
}

/** Counts of what recurs: the bot's prompts, agents' stock phrases, values that are the customer's own words. */
function createSeen(tools: QuestionTools) {
  const prompts = new Map<string, Map<string, number>>();
  const held = new Set<string>();
  const ownWords = new Map<string, { tried: number; found: number }>();
  const agentTexts = new Map<string, number>();
  let contacts = 0;

  function addPrompts({ session }: BotReading): void {
    for (const { asksFor, text = '' } of session.turns) {
      if (asksFor === undefined) continue;
      const known = prompts.get(asksFor) ?? new Map<string, number>();
      prompts.set(asksFor, known.set(text, (known.get(text) ?? 0) + 1));
    }
  }

  function addValues(bot: BotReading): void {
    for (const [slot, { digest, turn }] of bot.held) {
      held.add(slot);
      const count = ownWords.get(slot) ?? { tried: 0, found: 0 };
      if (count.tried >= samplesOfSlot) continue;
      const source = bot.customer.filter(({ index }) => index <= turn).at(-1);
      if (!source || source.role === 'payload') continue;
      count.tried += 1;
      if (says(source.text, digest, tools)) count.found += 1;
      ownWords.set(slot, count);
    }
  }

  function add(bot: BotReading, agent: AgentReading | null): void {
    addPrompts(bot);
    addValues(bot);
    if (!agent) return;
    contacts += 1;
    const texts = agent.turns.filter(({ index }) => agent.contact.turns[index]?.actor === 'agent');
    for (const text of new Set(texts.map((turn) => turn.text)))
      agentTexts.set(text, (agentTexts.get(text) ?? 0) + 1);
  }

  function slots(): DefinedSlot[] {
    const defined = tools.definition?.slots ?? [];
    const known = new Set(defined.map(({ name }) => name));
    const others = [...prompts.keys(), ...(defined.length > 0 ? [] : held)];
    const added = [...new Set(others)].filter((name) => !known.has(name)).sort();
    const bare = added.map((name) => ({ name, values: [], prompts: [], neededBy: [] }));
    const own = [...defined, ...bare];
    const common = commonSlots(own, tools.config.verificationSlots, tools.lexicon);
    return [...own, ...common].map((slot) => ({
      ...slot,
      prompts: [...new Set([...slot.prompts, ...usual(prompts.get(slot.name))])],
    }));
  }

  return {
    add,
    slots,
    comparable: () =>
      new Set([...ownWords].filter(([, n]) => n.found >= 0.5 * n.tried).map(([slot]) => slot)),
    boilerplate: (): Boilerplate =>
      new Map(
        [...agentTexts]
          .filter(([, n]) => contacts >= fewestContacts && n / contacts >= boilerplateShare)
          .map(([text]) => [text, boilerplateDiscount]),
      ),
  };
}

/** The most frequent wordings; ties in alphabetical order, so that the order of journeys does not matter. */
function usual(wordings: ReadonlyMap<string, number> | undefined): string[] {
  return [...(wordings ?? [])]
    .filter(([text]) => text !== '')
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, promptsKept)
    .map(([text]) => text);
}
