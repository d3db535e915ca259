/**
 * The agent's side: opens warm or cold, checks identity, asks for what is needed and not at hand, solves. Styles of
 * writing differ by agent. What was asked, given and told again is kept for the truth.
 */
import type { Channel, ContextLevel } from '../domain/records.js';
import type { BotStory } from './bot.js';
import { asWritten, spoken } from './noise.js';
import { factOf, type Scene, slotOf, spellFact, statement } from './scene.js';
import { render } from './template.js';
import { spellValue } from './values.js';
import type { AgentStyle, WorldAgent, WorldSlot } from './world.js';
import {
  acknowledgements,
  anger,
  askFrames,
  cannotFind,
  closings,
  coldOpenings,
  coldTerse,
  confirmations,
  fillers,
  formalFrames,
  gives,
  greetings,
  offers,
  thanks,
  transfers,
  waits,
  warmOpenings,
} from './worlds/phrases.js';

interface DeskTurn {
  at: number;
  actor: 'agent' | 'customer';
  text: string;
  sentiment?: number;
}

export interface DeskStory {
  turns: DeskTurn[];
  agent: WorldAgent;
  endedAt: number;
  /** The opening refers to nothing that was said before. */
  cold: boolean;
  asked: Set<string>;
  /** Canonical values that the customer gave the agent. */
  given: Map<string, string>;
  /** The customer said what it is about. */
  explained: boolean;
  /** The customer's first words were angry. */
  angry: boolean;
  transferTo?: string;
}

interface Visit {
  agent: WorldAgent;
  queue: string;
  answeredAt: number;
  context: ContextLevel;
  /** The bot conversation before it; absent for a direct contact and after a transfer. */
  bot?: BotStory;
  mayTransfer: boolean;
  /** The platform rates customers' sentiment. */
  rated: boolean;
}

interface Talk {
  scene: Scene;
  visit: Visit;
  story: DeskStory;
  now: number;
}

const reuse: Record<ContextLevel, number> = { none: 0, flag: 0.1, summary: 0.6, transcript: 0.85 };
const warmth: Record<ContextLevel, number> = {
  none: 0,
  flag: 0.35,
  summary: 0.7,
  transcript: 0.85,
};
const styleWarmth: Record<AgentStyle, number> = {
  warm: 0.2,
  chatty: 0.1,
  plain: 0,
  formal: 0,
  terse: -0.3,
};

const styled = (text: string, channel: Channel): string =>
  channel === 'voice' ? spoken(text) : text;

function write(talk: Talk, text: string, pause = 9): void {
  const { scene, story, visit } = talk;
  const typing = visit.agent.style === 'terse' ? 0.6 : 1;
  talk.now += Math.round(1000 * (2 + scene.random.logNormal(pause * typing, 0.5)));
  story.turns.push({ at: talk.now, actor: 'agent', text: styled(text, scene.channel) });
}

type Tone = 'neutral' | 'angry' | 'glad';
const sentiments: Record<Tone, [number, number]> = {
  neutral: [-0.2, 0.25],
  angry: [-0.95, -0.6],
  glad: [0.4, 0.9],
};

function reply(talk: Talk, text: string, tone: Tone = 'neutral'): void {
  const { scene, story, visit } = talk;
  const { random } = scene;
  talk.now += Math.round(1000 * (2 + random.logNormal(4 + text.length / 10, 0.45)));
  const turn: DeskTurn = { at: talk.now, actor: 'customer', text: styled(text, scene.channel) };
  const [low, high] = sentiments[tone];
  if (visit.rated) turn.sentiment = Math.round(100 * (low + random.next() * (high - low))) / 100;
  story.turns.push(turn);
}

/** The words in which this agent asks for a slot. */
function askFor(scene: Scene, style: AgentStyle, slot: WorldSlot): string {
  const { random } = scene;
  if (style === 'terse' && random.chance(0.6)) return slot.terse;
  const noun = random.pick(slot.nouns);
  if (style === 'formal' && random.chance(0.5))
    return render(random.pick(formalFrames), random, () => noun);
  if (random.chance(0.5)) return render(random.pick(slot.asks), random);
  return render(random.pick(askFrames), random, () => noun);
}

/** Every wording in which an agent may ask for a slot, styles apart: frames are listed once with each noun. */
export function wordingsOf(slot: WorldSlot): string[] {
  const framed = [...askFrames, ...formalFrames].flatMap((frame) =>
    slot.nouns.map((noun) => frame.replace('{noun}', noun)),
  );
  return [...slot.asks, slot.terse, ...framed];
}

/** The customer says what it is about: often in the very words that the bot was told. */
function explain(talk: Talk): void {
  const { scene, story, visit } = talk;
  const { random } = scene;
  const before = visit.bot?.explained;
  const again = before && random.chance(0.5) ? before : statement(scene, false, false);
  const detail = random.chance(0.6) && !again.text.includes(scene.detail) ? scene.detail : '';
  const rage = story.turns.length <= 1 && story.angry ? render(random.pick(anger), random) : '';
  const words = [rage, again.text, detail].filter((part) => part !== '').join(', ');
  reply(talk, asWritten(words, scene.channel, random), rage === '' ? 'neutral' : 'angry');
  for (const slot of again.slots) story.given.set(slot, factOf(scene, slot));
  story.explained = true;
}

function answer(talk: Talk, slots: WorldSlot[]): void {
  const { scene, story } = talk;
  const { random } = scene;
  if (random.chance(0.06)) reply(talk, random.pick(waits));
  if (random.chance(0.02)) {
    reply(talk, random.pick(cannotFind));
    return;
  }
  const values = slots.map(({ name }) => spellFact(scene, name)).join(' and ');
  const held = slots.some(({ name }) => talk.visit.bot?.held.has(name));
  const complaint = held && random.chance(0.15) ? 'i already gave that to the bot, ' : '';
  reply(talk, complaint + render(random.pick(gives), random, () => values));
  for (const { name } of slots) story.given.set(name, factOf(scene, name));
}

function ask(talk: Talk, slots: WorldSlot[], opening = ''): void {
  const { scene, story, visit } = talk;
  const { random } = scene;
  const [first, second] = slots;
  if (!first) return;
  const text = second
    ? `could i take ${random.pick(first.nouns)} and ${random.pick(second.nouns)}?`
    : askFor(scene, visit.agent.style, first);
  write(talk, opening + text);
  for (const { name } of slots) story.asked.add(name);
  answer(talk, slots);
}

/** Uses what the bot passed on: silently, or by reading it back. A wrong value comes to light only when read back. */
function readBack(talk: Talk, slot: WorldSlot, held: string): void {
  const { scene, story } = talk;
  const { random } = scene;
  if (random.chance(0.5)) return;
  const value = spellValue(slot.kind, held, random);
  write(
    talk,
    render(random.pick(confirmations), random, () => value),
  );
  if (held === factOf(scene, slot.name)) {
    reply(talk, random.pick(acknowledgements));
    return;
  }
  reply(talk, `no, it is ${spellFact(scene, slot.name)}`);
  story.given.set(slot.name, factOf(scene, slot.name));
}

function collect(talk: Talk): void {
  const { scene, story, visit } = talk;
  const { random, stage, want } = scene;
  const checks = [...stage.slots.values()].filter(({ verification }) => verification);
  const identity = checks.filter(() => random.chance(0.55));
  const asides = stage.world.asides.filter(
    (name) => !want.needs.includes(name) && random.chance(0.08),
  );
  const wanted = [...want.needs, ...asides].map((name) => slotOf(scene, name));
  const open: WorldSlot[] = [];
  for (const slot of [...identity, ...wanted.filter((slot) => !identity.includes(slot))]) {
    if (story.asked.has(slot.name) || (story.given.has(slot.name) && !slot.verification)) continue;
    const held = visit.bot?.held.get(slot.name);
    if (held !== undefined && !slot.verification && random.chance(reuse[visit.context]))
      readBack(talk, slot, held);
    else open.push(slot);
  }
  while (open.length > 0) ask(talk, open.splice(0, open.length > 1 && random.chance(0.1) ? 2 : 1));
}

/** How likely the first words to the agent are angry: what the customer went through decides. */
function rage({ scene, visit }: Talk): number {
  const bot = visit.bot;
  if (!bot) return scene.angry ? 0.5 : 0.04;
  const trouble = (bot.standstill >= 3 ? 0.35 : 0) + (bot.backendError ? 0.1 : 0);
  const misled = bot.acted !== undefined && bot.acted !== scene.want.name ? 0.2 : 0;
  return (scene.angry ? 0.5 : 0.04) + trouble + misled;
}

function openWarm(talk: Talk): void {
  const { scene, visit, story } = talk;
  const { random } = scene;
  const words: Record<string, string> = { name: visit.agent.name, topic: scene.want.topic };
  write(
    talk,
    render(random.pick(warmOpenings), random, (key) => words[key] ?? ''),
    4,
  );
  if (story.angry)
    reply(talk, asWritten(render(random.pick(anger), random), scene.channel, random), 'angry');
  else if (random.chance(0.15)) explain(talk);
  else reply(talk, random.pick(acknowledgements));
}

function openCold(talk: Talk): void {
  const { scene, visit, story } = talk;
  const { random } = scene;
  const { name, style } = visit.agent;
  const first = scene.want.needs[0];
  // Flagged contacts may start at the form: nothing is said about what it is about.
  if (visit.bot && first && !story.angry && visit.context !== 'none' && random.chance(0.15)) {
    ask(talk, [slotOf(scene, first)], `hi, ${name} here. `);
    return;
  }
  const opening = random.pick(style === 'terse' ? coldTerse : coldOpenings);
  write(
    talk,
    render(opening, random, () => name),
    4,
  );
  if (!story.angry && random.chance(0.1)) {
    reply(talk, random.pick(greetings));
    write(talk, random.pick(['what is it about?', 'how can i help', 'tell me what happened']), 5);
  }
  explain(talk);
}

function knowsWhat({ scene, visit }: Talk): boolean {
  const { bot, context, agent } = visit;
  if (!bot || (bot.explained === undefined && bot.acted === undefined)) return false;
  // A mere flag names the intent that the bot believed in; only a right one helps the agent.
  if (context === 'flag' && bot.acted !== scene.want.name) return false;
  return scene.random.chance(warmth[context] + (context === 'none' ? 0 : styleWarmth[agent.style]));
}

function shouldTransfer({ scene, visit }: Talk): boolean {
  const { want, random, stage } = scene;
  if (!visit.mayTransfer || visit.queue === want.queue) return false;
  return random.chance(visit.queue === stage.world.generalQueue ? 0.25 : 0.6);
}

function solve(talk: Talk): void {
  const { scene } = talk;
  const { random } = scene;
  write(talk, random.pick(fillers), 6);
  const slots = scene.stage.slots;
  const fill = (name: string) => (slots.has(name) ? `£${factOf(scene, name)}` : name);
  write(talk, render(random.pick(scene.want.solve), random, fill), 130);
  reply(talk, random.pick(['thank you', 'ok great', 'thanks so much', 'right, thanks']), 'glad');
  if (random.chance(0.6)) {
    write(talk, random.pick(offers), 7);
    reply(talk, random.pick(thanks), 'glad');
  }
  write(talk, random.pick(closings), 5);
}

/** One conversation with an agent, from the moment of the answer to its end or its transfer. */
export function serve(scene: Scene, visit: Visit): DeskStory {
  const { random } = scene;
  const story: DeskStory = {
    turns: [],
    agent: visit.agent,
    endedAt: visit.answeredAt,
    cold: true,
    asked: new Set(),
    given: new Map(),
    explained: false,
    angry: false,
  };
  const talk: Talk = { scene, visit, story, now: visit.answeredAt };
  story.angry = random.chance(rage(talk));
  story.cold = !knowsWhat(talk);
  if (story.cold) openCold(talk);
  else openWarm(talk);
  if (random.chance(0.3)) write(talk, random.pick(fillers), 5);
  if (shouldTransfer(talk)) {
    story.transferTo = scene.want.queue;
    write(
      talk,
      render(random.pick(transfers), random, () => scene.want.queue),
      10,
    );
  } else {
    collect(talk);
    solve(talk);
  }
  story.endedAt = talk.now + 1000 * random.int(2, 20);
  return story;
}
