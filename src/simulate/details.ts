/** What is true of a journey beyond its findings: what measures of asks, effort and main causes are compared with. */
import type { Category } from '../domain/categories.js';
import type { JourneyDetails } from './options.js';
import type { ContactParts } from './records.js';
import type { Scene } from './scene.js';
import type { BotStory, DeskStory } from './story.js';

type Taken = { legs: readonly ContactParts[]; desk: DeskStory };

/** Which failure led to the handoff, by how the bot came to it. */
export function mainCause(scene: Scene, bot: BotStory): Category | null {
  const { world } = scene.stage;
  const wrong = bot.acted !== undefined && bot.acted !== scene.want.name;
  const reason = bot.handoff?.reason;
  if (reason === 'error') return 'backend_error';
  if (reason === 'rule') {
    if (scene.badHour && bot.acted === world.badHours.intent) return 'time_of_day_failure';
    return bot.acted === world.deadEnd ? 'dead_end_intent' : null;
  }
  if (bot.requestedEarly) return 'agent_requested';
  if (!scene.covered) return 'uncovered_intent';
  if (wrong) return 'misunderstood_intent';
  if (reason === 'no_match' && bot.acted !== undefined) return 'uncaptured_slot';
  if (bot.standstill >= 3) return 'intent_loop';
  return bot.unrecognised ? 'unrecognised_utterance' : null;
}

function botSide(bot: BotStory, slot: string): JourneyDetails['ledger'][string]['bot'] {
  if (bot.held.has(slot)) return 'captured';
  if (bot.asked.has(slot)) return 'asked_not_captured';
  return bot.told.has(slot) ? 'told' : 'never_asked';
}

function ledgerOf(scene: Scene, bot: BotStory, asked: ReadonlySet<string>) {
  const { slots } = scene.stage;
  return Object.fromEntries(
    [...asked].map((slot) => [
      slot,
      {
        bot: botSide(bot, slot),
        agent: slots.get(slot)?.verification ? ('verified' as const) : ('asked' as const),
      },
    ]),
  );
}

const seconds = (ms: number): number => Math.round(ms / 1000);

/** From the handoff to the first agent, and again from one agent to the next. */
function waited(handoffAt: number, legs: readonly ContactParts[]): number {
  const froms = [handoffAt, ...legs.map(({ desk }) => desk.endedAt)];
  return legs.reduce((sum, leg, i) => sum + leg.answeredAt - (froms[i] ?? leg.answeredAt), 0);
}

export function journeyDetails(
  sessionId: string,
  scene: Scene,
  bot: BotStory,
  taken: Taken | undefined,
): JourneyDetails {
  const handoffAt = bot.handoff?.at ?? scene.startedAt;
  const [first] = taken?.legs ?? [];
  const agent = scene.stage.world.agents.find(({ id }) => id === first?.desk.agentId);
  return {
    session_id: sessionId,
    outcome: 'escalated',
    intent: scene.want.name,
    covered: scene.covered,
    acted: bot.acted === undefined ? [] : [bot.acted],
    legs: (taken?.legs ?? []).map(({ contactId }) => contactId),
    primary: mainCause(scene, bot),
    ...(agent && { agent: agent.id, manner: agent.manner }),
    ledger: taken ? ledgerOf(scene, bot, taken.desk.asked) : {},
    ...(taken && {
      effort: {
        bot: seconds(handoffAt - (bot.turns[0]?.at ?? handoffAt)),
        wait: seconds(waited(handoffAt, taken.legs)),
        identify: seconds(taken.desk.again.identify),
        explain: seconds(taken.desk.again.explain),
      },
    }),
  };
}
