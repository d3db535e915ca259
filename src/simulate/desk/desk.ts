/**
 * The agent's side: opens warm or cold, checks identity, asks for what is needed and not at hand, solves. What was
 * asked, given and told again is kept for the truth.
 */
import { factOf, statement } from '../customer.js';
import { asWritten } from '../noise.js';
import { oneOf, type Scene, slotOf } from '../scene.js';
import type { DeskStory } from '../story.js';
import { render } from '../template.js';
import { ask, collect } from './asking.js';
import {
  type DeskConversation,
  reply,
  startDeskConversation,
  startSolving,
  type Visit,
  write,
} from './visit.js';

/** The customer says what it is about: often in the very words that the bot was told. */
function explain(talk: DeskConversation): void {
  const { scene, story, visit } = talk;
  const { random, manner } = scene;
  const before = visit.bot?.explained;
  const again = before && random.chance(0.5) ? before : statement(scene, false, false);
  const detail = random.chance(0.6) && !again.text.includes(scene.detail) ? scene.detail : '';
  const rage =
    story.turns.length <= 1 && story.angry ? render(random.pick(manner.anger), random) : '';
  const words = [rage, again.text, detail].filter((part) => part !== '').join(', ');
  reply(talk, asWritten(words, scene.channel, random), rage === '' ? 'neutral' : 'angry');
  for (const slot of again.slots) story.given.set(slot, factOf(scene, slot));
  story.explained = true;
}

/** How likely the first words to the agent are angry: what the customer went through decides. */
function rage({ scene, visit }: DeskConversation): number {
  const bot = visit.bot;
  const { rage: calm, staysAngry } = scene.stage.habits;
  if (!bot) return scene.angry ? staysAngry : calm;
  const trouble = (bot.standstill >= 3 ? 0.35 : 0) + (bot.backendError ? 0.1 : 0);
  const misled = bot.acted !== undefined && bot.acted !== scene.want.name ? 0.2 : 0;
  return (scene.angry ? staysAngry : calm) + trouble + misled;
}

function openWarm(talk: DeskConversation): void {
  const { scene, visit, story, manner } = talk;
  const { random } = scene;
  const words: Record<string, string> = { name: visit.agent.name, topic: scene.want.topic };
  const opening = render(random.pick(manner.warmOpenings), random, (key) => words[key] ?? '');
  write(talk, opening, 4);
  if (story.angry) {
    const anger = render(random.pick(scene.manner.anger), random);
    reply(talk, asWritten(anger, scene.channel, random), 'angry');
  } else if (random.chance(scene.stage.habits.explainsAnyway)) explain(talk);
  else reply(talk, random.pick(scene.manner.acknowledgements));
}

function openCold(talk: DeskConversation): void {
  const { scene, visit, story, manner } = talk;
  const { random } = scene;
  const { name } = visit.agent;
  const first = scene.want.needs[0];
  // Flagged contacts may start at the form: nothing is said about what it is about.
  if (visit.bot && first && !story.angry && visit.context !== 'none' && random.chance(0.15)) {
    const opening = render(oneOf(manner.formOpenings, random), random, () => name);
    ask(talk, [slotOf(scene, first)], `${opening} `);
    return;
  }
  const opening = render(random.pick(manner.coldOpenings), random, () => name);
  write(talk, opening, 4);
  if (!story.angry && random.chance(0.1)) {
    reply(talk, random.pick(scene.manner.greetings));
    write(talk, random.pick(manner.whatIsIt), 5);
  }
  explain(talk);
}

function knowsWhat({ scene, visit, manner }: DeskConversation): boolean {
  const { bot, context } = visit;
  if (!bot || (bot.explained === undefined && bot.acted === undefined)) return false;
  // A mere flag names the intent that the bot believed in; only a right one helps the agent.
  if (context === 'flag' && bot.acted !== scene.want.name) return false;
  return scene.random.chance(
    scene.stage.habits.warmth[context] + (context === 'none' ? 0 : manner.warmth),
  );
}

function shouldTransfer({ scene, visit }: DeskConversation): boolean {
  const { want, random, stage } = scene;
  if (!visit.mayTransfer || visit.queue === want.queue) return false;
  return random.chance(visit.queue === stage.world.generalQueue ? 0.25 : 0.6);
}

function transfer(talk: DeskConversation): void {
  const { scene, story, manner } = talk;
  const { random, want } = scene;
  story.transferTo = want.queue;
  const text = render(random.pick(manner.transfers), random, () => want.queue);
  write(talk, text, 10);
}

function solve(talk: DeskConversation): void {
  const { scene, manner } = talk;
  const { random } = scene;
  startSolving(talk);
  write(talk, random.pick(manner.fillers), 6);
  const { slots } = scene.stage;
  const fill = (name: string) => (slots.has(name) ? `£${factOf(scene, name)}` : name);
  const solution = render(random.pick(scene.want.solve), random, fill);
  write(talk, solution, 130);
  reply(talk, random.pick(scene.manner.glad), 'glad');
  if (random.chance(0.6)) {
    write(talk, random.pick(manner.offers), 7);
    reply(talk, random.pick(scene.manner.thanks), 'glad');
  }
  write(talk, random.pick(manner.closings), 5);
}

/** One conversation with an agent, from the moment of the answer to its end or its transfer. */
export function serve(scene: Scene, visit: Visit): DeskStory {
  const { random } = scene;
  const talk = startDeskConversation(scene, visit);
  const { story, manner } = talk;
  story.angry = random.chance(rage(talk));
  story.cold = !knowsWhat(talk);
  if (story.cold) openCold(talk);
  else openWarm(talk);
  if (random.chance(0.3)) write(talk, random.pick(manner.fillers), 5);
  if (shouldTransfer(talk)) transfer(talk);
  else {
    collect(talk);
    solve(talk);
  }
  story.endedAt = talk.now + 1000 * random.int(2, 20);
  return story;
}
