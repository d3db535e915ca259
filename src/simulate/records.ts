/** Turns what happened into the records that a bot platform and a contact centre would have written. */
import type {
  AgentContactRecord,
  BotSessionRecord,
  ContextLevel,
  SurveyRecord,
} from '../domain/records.js';
import type { Random } from '../lib/random.js';
import type { WriteTime } from './clock.js';
import { comments, complains, type Rating, wrapUpCode } from './outcomes.js';
import type { Scene } from './scene.js';
import type { BotStory, BotTurn, DeskStory } from './story.js';

type Identity = NonNullable<BotSessionRecord['customer']>;

/** Identifiers as random as real ones: their order tells nothing. */
export function identifier(random: Random, groups: number[]): string {
  const hex = () => random.int(0, 0xffff).toString(16).padStart(4, '0');
  return groups
    .map((size) => {
      let text = '';
      while (text.length < size) text += hex();
      return text.slice(0, size);
    })
    .join('-');
}

function botTurn(turn: BotTurn, time: WriteTime): BotSessionRecord['turns'][number] {
  const [top] = turn.guesses ?? [];
  return {
    at: time(turn.at),
    actor: turn.actor,
    text: turn.text,
    ...(top && {
      intent: { name: top.name, confidence: top.confidence, ranking: turn.guesses },
    }),
    ...(turn.slots && { slots: turn.slots }),
    ...(turn.asksFor && { asks_for: turn.asksFor }),
    ...(turn.action && { action: turn.action }),
    ...(turn.error && { error: turn.error }),
  };
}

/** What the agent is given of the bot conversation. */
function contextText(scene: Scene, bot: BotStory, level: ContextLevel): string | undefined {
  if (level === 'transcript')
    return bot.turns.map(({ actor, text }) => `${actor}: ${text}`).join('\n');
  if (level !== 'summary') return undefined;
  const held = [...bot.held].map(([slot, value]) => `${slot}: ${value}`).join(', ');
  return `Customer asked about ${scene.want.topic}.${held === '' ? '' : ` Collected: ${held}.`}`;
}

interface SessionParts {
  scene: Scene;
  bot: BotStory;
  sessionId: string;
  customer: Identity;
  key: string | undefined;
  context: ContextLevel;
}

export function sessionRecord(parts: SessionParts, time: WriteTime): BotSessionRecord {
  const { scene, bot, sessionId, customer, key, context } = parts;
  const { world } = scene.stage;
  const text = contextText(scene, bot, context);
  return {
    type: 'bot_session',
    platform: 'rasa',
    bot_id: world.botId,
    session_id: sessionId,
    started_at: time(bot.turns[0]?.at ?? scene.startedAt),
    ended_at: time(bot.turns.at(-1)?.at ?? scene.startedAt),
    channel: scene.channel,
    locale: world.locale,
    ...(Object.keys(customer).length > 0 && { customer }),
    outcome: bot.outcome,
    ...(bot.handoff && {
      handoff: {
        at: time(bot.handoff.at),
        ...(key && { key }),
        reason: bot.handoff.reason,
        target: bot.handoff.target,
        context: { level: context, ...(text && { text }) },
      },
    }),
    turns: bot.turns.map((turn) => botTurn(turn, time)),
  };
}

export interface ContactParts {
  scene: Scene;
  desk: DeskStory;
  bot?: BotStory;
  contactId: string;
  queue: string;
  queuedAt: number;
  answeredAt: number;
  origin: AgentContactRecord['origin'];
  customer: Identity;
  key?: string | undefined;
  previous?: string;
  rating?: Rating;
}

export function contactRecord(parts: ContactParts, time: WriteTime): AgentContactRecord {
  const { scene, desk, bot, customer, key, previous, rating } = parts;
  const { random } = scene;
  return {
    type: 'agent_contact',
    platform: 'amazon-connect',
    contact_id: parts.contactId,
    started_at: time(parts.queuedAt),
    answered_at: time(parts.answeredAt),
    ended_at: time(desk.endedAt),
    channel: scene.channel,
    origin: parts.origin,
    ...(key && { handoff_key: key }),
    ...(Object.keys(customer).length > 0 && { customer }),
    queue: parts.queue,
    agent_id: desk.agentId,
    hold_seconds: random.chance(0.3) ? random.int(10, 120) : 0,
    attributes: { language: 'en', ...(previous && { previous_contact_id: previous }) },
    outcome: {
      reason: wrapUpCode(scene),
      resolved: desk.transferTo ? false : random.chance(bot ? 0.8 : 0.88),
      ...(rating && random.chance(0.5) && { csat: rating.csat, csat_scale: 5 }),
      complaint: complains(scene, bot),
      transferred: desk.transferTo !== undefined,
    },
    turns: desk.turns.map((turn) => ({ ...turn, at: time(turn.at) })),
  };
}

export function surveyRecord(parts: ContactParts, rating: Rating, time: WriteTime): SurveyRecord {
  const { random } = parts.scene;
  const comment = random.pick(comments[rating.csat <= 2 ? 'low' : 'high']);
  return {
    type: 'survey',
    contact_id: parts.contactId,
    responded_at: time(parts.desk.endedAt + random.int(600, 3 * 86_400) * 1000),
    csat: rating.csat,
    csat_scale: 5,
    ces: rating.ces,
    ...(comment !== '' && { comment }),
  };
}
