/** One conversation with an agent while it runs: who is writing to whom, and what was said so far. */
import type { Channel, ContextLevel } from '../../domain/records.js';
import type { AgentManner } from '../manner.js';
import { spoken } from '../noise.js';
import type { Scene } from '../scene.js';
import type { BotStory, DeskStory, DeskTurn } from '../story.js';
import type { WorldAgent } from '../world.js';

export interface Visit {
  agent: WorldAgent;
  queue: string;
  answeredAt: number;
  context: ContextLevel;
  /** The bot conversation before it; absent for a direct contact and after a transfer. */
  bot?: BotStory;
  /** What the bot held, though nobody told this agent. */
  held?: ReadonlyMap<string, string> | undefined;
  mayTransfer: boolean;
  /** The platform rates customers' sentiment. */
  rated: boolean;
}

export interface DeskConversation {
  scene: Scene;
  visit: Visit;
  /** How this agent writes. */
  manner: AgentManner;
  story: DeskStory;
  now: number;
}

/** @throws RangeError where the agent's manner was not read */
export function startDeskConversation(scene: Scene, visit: Visit): DeskConversation {
  const manner = scene.stage.agents.get(visit.agent.manner);
  if (!manner) throw new RangeError(`[simulate] no manner ${visit.agent.manner}`);
  const story: DeskStory = {
    turns: [],
    agentId: visit.agent.id,
    endedAt: visit.answeredAt,
    cold: true,
    asked: new Set(),
    given: new Map(),
    explained: false,
    angry: false,
    identifying: 0,
  };
  return { scene, visit, manner, story, now: visit.answeredAt };
}

/** The matter itself begins, unless it has. */
export function startSolving({ story, now }: DeskConversation): void {
  story.solvingFrom ??= now;
}

const heard = (text: string, channel: Channel): string =>
  channel === 'voice' ? spoken(text) : text;

/** The agent writes; `pause` is the median of the seconds that it takes. */
export function write(talk: DeskConversation, text: string, pause = 9): void {
  const { scene, story, manner } = talk;
  talk.now += Math.round(1000 * (2 + scene.random.logNormal(pause * manner.typing, 0.5)));
  story.turns.push({ at: talk.now, actor: 'agent', text: heard(text, scene.channel) });
}

type Tone = 'neutral' | 'angry' | 'glad';
const sentiments: Record<Tone, [number, number]> = {
  neutral: [-0.2, 0.25],
  angry: [-0.95, -0.6],
  glad: [0.4, 0.9],
};

/** The customer answers. */
export function reply(talk: DeskConversation, text: string, tone: Tone = 'neutral'): void {
  const { scene, story, visit } = talk;
  const { random } = scene;
  talk.now += Math.round(1000 * (2 + random.logNormal(4 + text.length / 10, 0.45)));
  const turn: DeskTurn = { at: talk.now, actor: 'customer', text: heard(text, scene.channel) };
  const [low, high] = sentiments[tone];
  if (visit.rated) turn.sentiment = Math.round(100 * (low + random.next() * (high - low))) / 100;
  story.turns.push(turn);
}
