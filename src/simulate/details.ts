/** What is true of a journey beyond its findings: what measures of asks, effort and main causes are compared with. */
import type { Category } from '../domain/categories.js';
import { loopFrom, type TrueFinding } from './labels.js';
import type { JourneyDetails } from './options.js';
import type { ContactParts } from './records.js';
import type { Scene } from './scene.js';
import type { BotStory, DeskStory } from './story.js';

type Taken = { legs: readonly ContactParts[]; desk: DeskStory };

/** What led to the handoff, by how the bot came to it; null where a rule of the business did. */
function causeOf(scene: Scene, bot: BotStory): Category | null {
  const { world } = scene.stage;
  const reason = bot.handoff?.reason;
  if (reason === 'error') return 'backend_error';
  if (reason === 'rule') {
    if (scene.badHour && bot.acted === world.badHours.intent) return 'time_of_day_failure';
    return bot.acted === world.deadEnd ? 'dead_end_intent' : null;
  }
  if (bot.requestedEarly && !bot.explained) return 'agent_requested';
  if (!scene.covered) return 'uncovered_intent';
  if (bot.acted !== undefined && bot.acted !== scene.want.name) return 'misunderstood_intent';
  if (bot.unread) return 'uncaptured_slot';
  if (bot.standstill >= loopFrom) return 'intent_loop';
  if (bot.unrecognised) return 'unrecognised_utterance';
  return bot.requestedEarly ? 'agent_requested' : null;
}

/** Which of the findings explains the handoff best; null where none of them does. */
function mainCause(scene: Scene, bot: BotStory, found: readonly TrueFinding[]): Category | null {
  const cause = causeOf(scene, bot);
  return found.some(({ category }) => category === cause) ? cause : null;
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

/** From the bot's first word to the moment at which an agent set about the matter. */
function effortOf(
  bot: BotStory,
  handoffAt: number,
  { legs, desk }: Taken,
): NonNullable<JourneyDetails['effort']> {
  const wait = waited(handoffAt, legs);
  const withAgents = (desk.solvingFrom ?? desk.endedAt) - handoffAt - wait;
  return {
    bot: seconds(handoffAt - (bot.turns[0]?.at ?? handoffAt)),
    wait: seconds(wait),
    identify: seconds(desk.identifying),
    explain: seconds(withAgents - desk.identifying),
  };
}

export function journeyDetails(
  sessionId: string,
  scene: Scene,
  bot: BotStory,
  taken: Taken | undefined,
  found: readonly TrueFinding[],
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
    primary: mainCause(scene, bot, found),
    ...(agent && { agent: agent.id, manner: agent.manner }),
    ledger: taken ? ledgerOf(scene, bot, taken.desk.asked) : {},
    ...(taken && { effort: effortOf(bot, handoffAt, taken) }),
  };
}
