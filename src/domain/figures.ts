/** The journey owner's figures of a night, and where the bot loses customers. */
import type { Category } from './categories.js';
import type { Estimate } from './estimate.js';
import type { Effort, HandoffReason } from './journey.js';
import type { Criterion, RubricPart } from './rubric.js';
import type { DayFigures, WeekFigures } from './trend.js';

export interface TaxStage {
  stage: keyof Effort;
  medianSeconds: number | null;
  meanSeconds: number | null;
  /** Journeys that it is of: before solving those in which the whole way to it is known, where there are any. */
  n: number;
}

/** Shares of customers who came back within seven days, whatever for, by how they had been served. */
export interface ReturnFigures {
  /** By the bot and then an agent; by the bot alone; by an agent alone. */
  escalated: Estimate | null;
  contained: Estimate | null;
  direct: Estimate | null;
  /** Escalated to direct. */
  ratio: Estimate | null;
  /** The same for the same matter alone, of visits of which both matters are known (or nobody came back). */
  same: Record<'escalated' | 'contained' | 'direct', Estimate | null>;
  /** Visits that are not counted: their seven days are not over, or nobody knows whose they were. */
  leftOut: { tooYoung: number; unknownCustomer: number };
  /** Share of the escalated who came back for the same matter, of those of whom it is known. */
  sameMatter: number | null;
}

/** What became of the bot's customers in a queue; null where its contacts do not say. */
export interface QueueFigures {
  queue: string;
  journeys: number;
  medianWaitSeconds: number | null;
  transferredShare: number | null;
  resolvedShare: number | null;
  /** Mean, of 100. */
  csat: number | null;
}

/** Journeys on the rubric, 0 to 100. */
export interface ScoreFigures {
  journey: Estimate | null;
  /** Journeys that were looked at. */
  journeys: number;
  parts: {
    part: RubricPart;
    score: Estimate | null;
    /** `mean`: 0 (bad) to 1 (good) over the `judged` journeys that show it; null where none does. */
    criteria: { criterion: Criterion; mean: number | null; judged: number }[];
  }[];
}

/** Sessions that began in one hour of the week. */
export interface HourCount {
  /** 0 is Monday. */
  weekday: number;
  hour: number;
  sessions: number;
  /** Escalated or given up. */
  failed: number;
}

/** Journeys that went one way; null is the rest of the intents or queues, or what is not known. */
export interface FlowCount {
  intent: string | null;
  queue: string | null;
  outcome: 'resolved' | 'unresolved' | 'passed_on' | 'unknown';
  journeys: number;
}

/** Journeys with a finding beside those without it; satisfaction of 100, complaints as shares. */
export interface FindingFigures {
  category: Category;
  journeys: number;
  csatWith: Estimate;
  csatWithout: Estimate;
  /** Null: not known. */
  complainedWith: number | null;
  complainedWithout: number | null;
}

/** The journey owner's figures. */
export interface OwnerFigures {
  /** Minutes a journey from the bot's first message to the agent's start of solving, less a direct contact's way there. */
  handoffTaxMinutes: Estimate | null;
  /** Minutes to solving that the tax subtracts: the mean of direct contacts for the same reasons; null when there are none. */
  directMinutes: number | null;
  stages: TaxStage[];
  repeatsPerJourney: Estimate | null;
  /** Share of handoffs by what the agent was given. `unknown`: the platform does not say. */
  context: { full: number; partial: number; none: number; unknown: number };
  csat: {
    escalated: Estimate | null;
    direct: Estimate | null;
    /** direct - escalated, in points of 100, compared within the same reason. */
    gap: Estimate | null;
    verdict: 'fine' | 'handoff_problem' | 'crisis' | 'too_little_data';
  };
  /** The least content first; only findings with enough ratings on both sides. */
  byFinding: FindingFigures[];
  score: ScoreFigures;
  returns: ReturnFigures;
  complaints: { escalatedRate: number | null; directRate: number | null; ratio: Estimate | null };
  /** Intents that always (or nearly) escalate. */
  deadEnds: { intent: string; sessions: number; escalated: number; share: number }[];
  agents: { agentId: string; contacts: number; warmOpenings: number; shrunkShare: number }[];
  queues: QueueFigures[];
  hours: HourCount[];
  /** Why the bot handed over, the most frequent first. */
  handoffReasons: { reason: HandoffReason; journeys: number }[];
  flow: FlowCount[];
  days: DayFigures[];
  /** ISO weeks that lie in the window from their Monday on, in order of time. */
  weeks: WeekFigures[];
}

/** A state of the bot's flow at which customers are lost: where they were when they left, or were given to an agent. */
export interface LostState {
  /** What the bot calls what it did there, or the first words of its prompt. */
  state: string;
  /** How often sessions came to it, and how many sessions did. */
  visits: number;
  sessions: number;
  /** Sessions that were lost there. */
  lost: number;
  /** Of its visits, with a 95 % interval. */
  share: number;
  interval: [low: number, high: number];
  /** Lost there beyond what is lost at that many visits to any state. */
  excess: number;
  /** Of the lost, those that had been there before. */
  lostOnReturn: number;
}

/** What a session shows before it is lost, by what the bot's own outcomes teach. */
export interface LossSign {
  sign: string;
  /** Sessions with it, up to two steps before their end, and those of them that were lost. */
  sessions: number;
  lost: number;
  share: number;
  /** 95 %. */
  interval: [low: number, high: number];
}

/** Where in its flow the bot loses customers, and what predicts it. */
export interface Losses {
  sessions: number;
  lost: number;
  /** Those that lose more than others first. */
  states: LostState[];
  /** The surest first. */
  signs: LossSign[];
}
