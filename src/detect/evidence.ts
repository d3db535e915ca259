import type { DetectConfig } from '../domain/config.js';
import type { LedgerEntry, TrueIntent } from '../domain/journey.js';
import type { Link } from '../domain/link.js';
import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import type { Loop } from './loops.js';
import type { Mood, Opening } from './opening.js';
import type { Repeat } from './repeats.js';

/** How likely the bot has an intent for what the customer wanted, and which of them is the likeliest. */
export interface Covered {
  intent: string | null;
  probability: number;
}

/** All that detectors can be given of one journey. null: there is none, and detectors that need it do not run. */
export interface JourneyEvidence {
  link: Link;
  bot: BotReading;
  agent: AgentReading | null;
  ledger: LedgerEntry[];
  trueIntent: TrueIntent;
  covered: Covered;
  /** Position of the customer turn that carries the intent. */
  utterance: number | null;
  loop: Loop | null;
  repeats: Repeat[] | null;
  opening: Opening | null;
  mood: Mood | null;
  /** null where the platform's log never says what the bot captured. */
  captures: true | null;
  settings: DetectConfig;
}
