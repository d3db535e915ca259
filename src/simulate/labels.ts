/** The truth of a journey, read off what both conversations really did, by the definitions of the categories. */
import type { Category } from '../domain/categories.js';
import type { Scene } from './scene.js';
import type { BotStory, DeskStory } from './story.js';

export interface TrueFinding {
  category: Category;
  slot?: string;
}

/** From this many times in one place on, without a new value in between, the bot loops. */
export const loopFrom = 3;

function slotFindings(scene: Scene, bot: BotStory, desk: DeskStory): TrueFinding[] {
  const { slots, intents } = scene.stage;
  const required = intents.get(scene.want.name)?.requires ?? [];
  // Of a wish without an intent no slot is missed: the intent is.
  const needed = new Set(scene.covered ? [...required, ...scene.want.needs] : []);
  const found: TrueFinding[] = [];
  for (const [slot, { verification }] of slots) {
    const held = bot.held.get(slot);
    const given = desk.given.get(slot);
    if (held !== undefined && given !== undefined && held !== given)
      found.push({ category: 'wrong_slot_value', slot });
    else if (verification || !desk.asked.has(slot)) continue;
    else if (held !== undefined) found.push({ category: 'context_lost', slot });
    else if (bot.asked.has(slot) || bot.told.has(slot))
      found.push({ category: 'uncaptured_slot', slot });
    else if (needed.has(slot)) found.push({ category: 'missed_slot', slot });
  }
  return found;
}

function botFindings(scene: Scene, bot: BotStory): TrueFinding[] {
  const { world } = scene.stage;
  const understood = scene.covered && bot.acted === scene.want.name;
  const holds: [Category, boolean][] = [
    ['intent_loop', bot.standstill >= loopFrom],
    ['unrecognised_utterance', bot.unrecognised],
    ['uncovered_intent', !scene.covered],
    ['dead_end_intent', understood && bot.acted === world.deadEnd],
    ['time_of_day_failure', understood && scene.badHour && bot.acted === world.badHours.intent],
    ['backend_error', bot.backendError],
    ['agent_requested', bot.requestedEarly],
  ];
  return holds.flatMap(([category, held]) => (held ? [{ category }] : []));
}

function deskFindings(scene: Scene, bot: BotStory, desk: DeskStory): TrueFinding[] {
  const holds: [Category, boolean][] = [
    [
      'misunderstood_intent',
      scene.covered && bot.acted !== undefined && bot.acted !== scene.want.name,
    ],
    ['repeated_explanation', bot.explained !== undefined && desk.explained],
    ['cold_open', desk.cold && (bot.explained !== undefined || bot.told.size > 0)],
    ['hostile_arrival', desk.angry && !bot.angry],
  ];
  return holds.flatMap(([category, held]) => (held ? [{ category }] : []));
}

/** All findings of a session with a handoff; `desk` is absent where no agent contact is on record. */
export function trueFindings(
  scene: Scene,
  bot: BotStory,
  desk: DeskStory | undefined,
): TrueFinding[] {
  const ofBot = botFindings(scene, bot);
  if (!desk) return [...ofBot, { category: 'unlinked_handoff' }];
  return [...slotFindings(scene, bot, desk), ...ofBot, ...deskFindings(scene, bot, desk)];
}
