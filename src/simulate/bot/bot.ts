/**
 * The bot's side of a conversation: a dialogue manager that fills forms, re-prompts, calls a backend, follows the
 * business's rules and hands off. What it did is kept, so that the truth can be read off instead of being decreed.
 */
import { askForHuman, explainToBot, firstWords, type Next } from '../customer.js';
import type { Scene } from '../scene.js';
import type { BotStory, Guess } from '../story.js';
import { render } from '../template.js';
import { greet, talkToHuman } from '../training.js';
import {
  arrive,
  type BotConversation,
  giveUp,
  handOff,
  hear,
  say,
  startBotConversation,
} from './conversation.js';
import { act } from './task.js';

function fallBack(talk: BotConversation): Next {
  const { random, stage } = talk.scene;
  const { world, bot } = stage;
  talk.failures++;
  if (++talk.fallbacks >= 2)
    return handOff(talk, 'no_match', world.generalQueue, bot.handoffs.unrecognised);
  arrive(talk, 'fallback');
  say(talk, random.pick(bot.fallbacks), { action: 'action_default_fallback' });
  if (random.chance(0.08)) return giveUp(talk);
  return random.chance(0.2) ? askForHuman(talk.scene) : explainToBot(talk.scene);
}

/** Keeps what the customer's words say for the truth, before the bot makes anything of them. */
function noteWords(talk: BotConversation, next: NonNullable<Next>): void {
  const { story } = talk;
  const untried = talk.failures === 0 && story.acted === undefined && talk.wordTurns === 0;
  if (next.kind === 'human' && untried) story.requestedEarly = true;
  if (next.kind !== 'hello') talk.wordTurns++;
  if (next.kind !== 'issue') return;
  story.explained ??= { text: next.text, slots: next.slots };
  for (const slot of next.slots) story.told.add(slot);
}

/** What the bot's NLU sees: what its phrases teach it, or what is there where it knows this want. */
function guessesAt({ stage, want }: Scene, { kind, text }: NonNullable<Next>): Guess[] {
  const guesses = stage.understand(text);
  if (!stage.habits.understands(want.name)) return guesses;
  const known = { issue: want.name, human: talkToHuman, hello: greet, objection: undefined }[kind];
  if (known === undefined) return guesses;
  return [{ name: known, confidence: 0.96 }, ...guesses.filter(({ name }) => name !== known)];
}

/** The customer says something, the bot understands what it understands. */
function exchange(talk: BotConversation, next: NonNullable<Next>): Next {
  const { scene, story } = talk;
  const { world, bot, intents } = scene.stage;
  const guesses = guessesAt(scene, next);
  const turn = hear(talk, next.text, { guesses });
  const [top] = guesses;
  noteWords(talk, next);
  if (!top || top.confidence < world.threshold) {
    if (next.kind === 'issue' && scene.covered) story.unrecognised = true;
    return fallBack(talk);
  }
  if (top.name === talkToHuman)
    return handOff(talk, 'user_request', targetOf(talk), bot.handoffs.requested);
  const intent = intents.get(top.name);
  if (intent) return act(talk, intent, turn);
  arrive(talk, 'greet');
  say(talk, bot.greeting, { action: 'utter_greet' });
  return next.kind === 'human' ? askForHuman(scene) : explainToBot(scene);
}

function targetOf({ scene, story }: BotConversation): string {
  const acted = story.acted === undefined ? undefined : scene.stage.intents.get(story.acted);
  return acted?.queue ?? scene.stage.world.generalQueue;
}

/** A button of the greeting: the intent is given, nothing is classified. */
function pressButton(talk: BotConversation): Next {
  const { want, stage } = talk.scene;
  const intent = stage.intents.get(want.name);
  if (!intent) return explainToBot(talk.scene);
  const turn = hear(talk, `/${intent.name}`, { guesses: [{ name: intent.name, confidence: 1 }] });
  return act(talk, intent, turn);
}

function begin(talk: BotConversation): Next {
  const { scene, story } = talk;
  if (scene.covered && scene.random.chance(0.05)) return pressButton(talk);
  const first = firstWords(scene);
  story.angry = first?.kind === 'issue' && scene.angry;
  return first;
}

/** One conversation with the bot, from its greeting to its answer, its handoff, or the customer's leaving. */
export function talkToBot(scene: Scene): BotStory {
  const { world, bot } = scene.stage;
  const talk = startBotConversation(scene);
  const names: Record<string, string> = { persona: world.persona, company: world.company };
  say(
    talk,
    render(bot.welcome, scene.random, (name) => names[name] ?? ''),
    {
      action: 'utter_welcome',
    },
  );
  let next = begin(talk);
  for (let i = 0; next && i < 12; i++) next = exchange(talk, next);
  if (next) handOff(talk, 'unknown', targetOf(talk), bot.handoffs.stuck);
  return talk.story;
}
