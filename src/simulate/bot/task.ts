/** The bot acts on an intent: its form, its backend, the business's rules, its answer. */

import type { Random } from '../../lib/random.js';
import { askForHuman, explainToBot, factOf, type Next, objection, spellFact } from '../customer.js';
import { asWritten } from '../noise.js';
import { oneOf, type Scene, slotOf } from '../scene.js';
import type { BotTurn } from '../story.js';
import { render } from '../template.js';
import { hearValue, makeValue, mistype, spellValue } from '../values.js';
import type { WorldIntent, WorldSlot } from '../world.js';
import {
  arrive,
  type BotConversation,
  capture,
  giveUp,
  handOff,
  hear,
  say,
} from './conversation.js';

/** The customer sees that the bot is on the wrong track. */
function object(talk: BotConversation): Next {
  const { random } = talk.scene;
  talk.failures++;
  if (--talk.patience > 0) return objection(talk.scene);
  return random.chance(0.15) ? giveUp(talk) : askForHuman(talk.scene);
}

/** How the customer answers a prompt; the second time more plainly, unless they are of the stubborn sort. */
function answer(
  talk: BotConversation,
  slot: WorldSlot,
  attempt: number,
  stubborn: boolean,
): string {
  const { scene, story } = talk;
  const { random, manner, stage } = scene;
  const { habits } = stage;
  const fact = factOf(scene, slot.name);
  if (stubborn && random.chance(0.5)) return render(random.pick(manner.cannotFind), random);
  story.told.add(slot.name);
  if (attempt === 1 && random.chance(habits.mistypes)) return mistype(fact, random);
  if (attempt === 1 && slot.kind.type === 'digits' && random.chance(habits.corrects)) {
    const wrong = mistype(fact, random);
    const correction = oneOf(manner.selfCorrections, random);
    return render(correction, random, (part) => (part === 'wrong' ? wrong : fact));
  }
  if (habits.spellsPlainly)
    return render(random.pick(manner.gives), random, () => spellFact(scene, slot.name));
  let value = spellValue(slot.kind, fact, random);
  for (let i = 0; i < 6; i++) {
    const heard = hearValue(slot.kind, value, true) !== null;
    if (heard !== stubborn && (heard || attempt === 1)) break;
    if (!stubborn && attempt === 1) break;
    value = spellValue(slot.kind, fact, random);
  }
  return render(random.pick(manner.gives), random, () => value);
}

/** "Not on that day": the same prompt again, yet each time with a new value. No loop. */
function negotiate(talk: BotConversation, slot: WorldSlot): void {
  const { scene } = talk;
  scene.facts.set(slot.name, makeValue(slot.kind, scene.random, scene.startedAt));
  say(talk, scene.stage.bot.negotiation, {
    asksFor: slot.name,
    action: `utter_ask_${slot.name}`,
  });
  const text = spellFact(scene, slot.name);
  const turn = hear(talk, text);
  const value = hearValue(slot.kind, text, true);
  talk.story.told.add(slot.name);
  if (value !== null) capture(talk, turn, slot.name, value);
}

/** Takes no chance where nothing is planted, so that every other simulation stays as it is. */
const failsBy = (random: Random, share: number): boolean => share > 0 && random.chance(share);

/** What the extractor reads; where customers write plainly it reads their answers rightly, and elsewhere nothing else for the value. */
function heardIn(scene: Scene, name: string, text: string, prompted: boolean): string | null {
  const heard = hearValue(slotOf(scene, name).kind, text, prompted);
  if (!scene.stage.habits.spellsPlainly) return heard;
  const fact = factOf(scene, name);
  return prompted || heard === fact ? fact : null;
}

/** What the bot makes of the answer to a prompt. */
function hears(
  { scene }: BotConversation,
  intent: WorldIntent,
  { name, kind }: WorldSlot,
  text: string,
): string | null {
  const { random, stage, startedAt } = scene;
  const isWrong = failsBy(random, stage.habits.misheard(intent.name, name));
  return isWrong ? makeValue(kind, random, startedAt) : heardIn(scene, name, text, true);
}

/** Asks for one slot, up to three times. What it returns but `true` ends the form. */
function fill(
  talk: BotConversation,
  intent: WorldIntent,
  slot: WorldSlot,
  wrong: boolean,
): Next | true {
  const { scene, story } = talk;
  const { random, channel, stage } = scene;
  const stubborn = random.chance(stage.habits.stubborn);
  const isDeaf = failsBy(random, stage.habits.unheard(intent.name, slot.name));
  for (let attempt = 1; attempt <= 3; attempt++) {
    arrive(talk, `ask:${intent.name}:${slot.name}`);
    story.asked.add(slot.name);
    say(talk, attempt === 1 ? slot.prompt : slot.reprompt, {
      asksFor: slot.name,
      action: `utter_ask_${slot.name}`,
    });
    if (wrong && random.chance(0.5)) return object(talk);
    if (random.chance(stage.habits.asksInForm)) return askForHuman(scene);
    const text = asWritten(answer(talk, slot, attempt, stubborn), channel, random);
    const turn = hear(talk, text);
    talk.wordTurns++;
    const value = isDeaf ? null : hears(talk, intent, slot, text);
    if (value === null) continue;
    capture(talk, turn, slot.name, value);
    if (slot.kind.type === 'date' && slot.kind.from > 0 && random.chance(0.2))
      negotiate(talk, slot);
    return true;
  }
  talk.failures++;
  story.unread = true;
  return handOff(talk, 'no_match', intent.queue, scene.stage.bot.handoffs.unread);
}

/** Takes each required slot from what was said, or asks for it. What it returns but `true` ends the task. */
function fillForm(talk: BotConversation, intent: WorldIntent, said: BotTurn): Next | true {
  const { scene, story } = talk;
  const { passesOver } = scene.stage.habits;
  for (const name of intent.requires) {
    if (story.held.has(name) || passesOver(intent.name, name)) continue;
    const slot = slotOf(scene, name);
    const heard = heardIn(scene, name, said.text, false);
    if (heard !== null) capture(talk, said, name, heard);
    else {
      const end = fill(talk, intent, slot, intent.name !== scene.want.name);
      if (end !== true) return end;
    }
  }
  return true;
}

function callBackend(talk: BotConversation, intent: WorldIntent): boolean {
  const { scene, story } = talk;
  const { random, outage, stage } = scene;
  if (!random.chance(outage ? 0.85 : stage.habits.backendFails(intent.name))) return true;
  story.backendError = true;
  const error = `${stage.world.backend}: ${random.pick(['HTTP 503', 'timeout after 8000 ms', 'HTTP 502'])}`;
  say(talk, stage.bot.backendTrouble, { action: intent.action, error });
  return !outage && random.chance(0.3);
}

/** What a business rule says for a well understood case that goes to a human; undefined for the others. */
function ruleText({ scene }: BotConversation, intent: WorldIntent): string | undefined {
  const { random, badHour, stage } = scene;
  const { badHours } = stage.world;
  if (badHour && intent.name === badHours.intent && random.chance(badHours.ruleShare))
    return badHours.ruleText;
  return random.chance(intent.ruleShare) ? intent.ruleText : undefined;
}

const timesAnswered = ({ places }: BotConversation, { name }: WorldIntent): number =>
  places.get(`answer:${name}`) ?? 0;

const isRepeating = (talk: BotConversation, intent: WorldIntent): boolean =>
  timesAnswered(talk, intent) > 1;

/** The answer does not do: the customer says it again, and gives up on the bot after the third time. */
const insist = (talk: BotConversation, intent: WorldIntent): Next =>
  timesAnswered(talk, intent) < 3 ? explainToBot(talk.scene) : askForHuman(talk.scene);

/** `said` is the customer's turn in which the bot saw the intent, right or wrong. */
export function act(talk: BotConversation, intent: WorldIntent, said: BotTurn): Next {
  const { scene, story } = talk;
  const { random, stage, manner } = scene;
  const wrong = intent.name !== scene.want.name;
  story.acted = intent.name;
  const end = fillForm(talk, intent, said);
  if (end !== true) return end;
  if (!callBackend(talk, intent))
    return handOff(talk, 'error', intent.queue, stage.bot.handoffs.failed);
  const rule = wrong ? undefined : ruleText(talk, intent);
  if (rule !== undefined) return handOff(talk, 'rule', intent.queue, rule);
  arrive(talk, `answer:${intent.name}`);
  say(talk, intent.answer, { action: wrong ? `utter_${intent.name}` : intent.action });
  if (wrong) return object(talk);
  const repeats = stage.habits.repeats(intent.name);
  if (failsBy(random, isRepeating(talk, intent) ? Math.ceil(repeats) : repeats))
    return insist(talk, intent);
  if (random.chance(0.08)) return askForHuman(scene);
  hear(talk, asWritten(random.pick(manner.thanks), scene.channel, random));
  story.outcome = 'contained';
  return null;
}
