/** What the records say became of a contact: wrap-up code, resolution, satisfaction, complaint. */
import type { Scene } from './scene.js';
import type { BotStory, DeskStory } from './story.js';

export interface Rating {
  /** 1 to 5. */
  csat: number;
  ces: number;
}

/** Agents sometimes pick a code that says nothing, or another's. */
export function wrapUpCode(scene: Scene): string {
  const { random, want, stage } = scene;
  const draw = random.next();
  if (draw < 0.07) return random.pick(stage.world.emptyCodes);
  if (draw < 0.1) return random.pick(stage.world.intents).code;
  return want.code;
}

/** How the contact felt, 1 to 5, before rounding: a bot before it costs, and more so what went wrong on the way. */
function mood(
  scene: Scene,
  desk: DeskStory,
  bot: BotStory | undefined,
  waitSeconds: number,
): number {
  const wait = Math.min(0.8, waitSeconds / 600);
  const base = 4.25 - wait - (scene.angry ? 0.5 : 0) - (desk.transferTo ? 0.5 : 0);
  if (!bot) return base;
  const told = bot.explained !== undefined && desk.explained ? 0.35 : 0;
  const asked = Math.min(0.6, 0.2 * [...desk.asked].filter((slot) => bot.held.has(slot)).length);
  const stuck = bot.standstill >= 3 ? 0.5 : 0;
  return base - 0.35 - told - asked - stuck - (desk.angry ? 0.4 : 0);
}

export function rate(
  scene: Scene,
  desk: DeskStory,
  bot: BotStory | undefined,
  wait: number,
): Rating {
  const felt = mood(scene, desk, bot, wait) + (scene.random.next() - 0.5) * 2.6;
  const csat = Math.max(1, Math.min(5, Math.round(felt)));
  return { csat, ces: Math.max(1, Math.min(7, Math.round(8 - felt * 1.3))) };
}

/** Those who came through the bot complain about three times as often as those who came directly. */
export const complains = (scene: Scene, bot: BotStory | undefined): boolean =>
  scene.random.chance(bot ? 0.06 : 0.02);

export const comments: Record<'low' | 'high', string[]> = {
  low: ['had to say everything twice', 'bot useless', 'took far too long', '', '', ''],
  high: ['very helpful', 'sorted in minutes', '', '', '', ''],
};
