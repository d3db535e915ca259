/** The journey owner's figures of a day or an ISO week, and how later nights restate them. */
import { type Category, categoryNames } from './categories.js';
import { type Effort, effortStages } from './journey.js';

/** Follow from the records of conversations and their links: where one moves, a record came late. */
export const conversationFigures = [
  'sessions',
  'handoffs',
  'linked',
  'direct',
  'escalationRate',
  'fullContextShare',
  'returnShare',
] as const;

/** Follow from what customers said of it afterwards. */
export const surveyFigures = [
  'csatEscalated',
  'csatDirect',
  'csatGap',
  'complaintShareEscalated',
  'complaintShareDirect',
  'complaintRatio',
] as const;

/** Also follow from how conversations are read, which a night learns anew. The score is of both. */
const readFigures = ['taxMinutes', 'repeatsPerJourney', 'score'] as const;

export const plainFigures = [...conversationFigures, ...surveyFigures, ...readFigures] as const;
export type PlainFigure = (typeof plainFigures)[number];

/** What is not known is null. */
export interface PeriodFigures extends Record<PlainFigure, number | null> {
  sessions: number;
  handoffs: number;
  /** Handoffs whose contact is known for sure. */
  linked: number | null;
  /** Contacts that came to an agent by themselves. */
  direct: number | null;
  /** Beyond the mean of the same period's direct contacts: past periods must not move with the window. */
  taxMinutes: number | null;
  /** direct - escalated in points of 100, within reason; null where few were asked. */
  csatGap: number | null;
  /** Escalated to direct; null where few complained. */
  complaintRatio: number | null;
  /** Share of linked journeys whose customer came back within seven days; null until those are over for all of them. */
  returnShare: number | null;
  /** Mean minutes in each stage of the handoff tax. */
  stages: Record<keyof Effort, number | null>;
  /** Share of handoffs that each category explains best; null without handoffs. */
  categories: Record<Category, number | null>;
}

export interface DayFigures extends PeriodFigures {
  day: string;
}

/** Over the journeys of the week: a mean of the days' means would let a quiet Sunday count for a Monday. */
export interface WeekFigures extends PeriodFigures {
  /** For example `2026-W47`. */
  week: string;
  monday: string;
  /** Days of it that have passed; fewer than seven in the week that runs. */
  days: number;
  /** 95 %; absent for weeks that have left the window. */
  intervals?: Partial<Record<PlainFigure, [low: number, high: number]>>;
}

export type FigureName = PlainFigure | `stages.${keyof Effort}` | `categories.${Category}`;

/** What a night said of a day or week; null where it could not, absent where that night did not know the figure. */
export interface StatedFigures {
  night: string;
  /** A date, or an ISO week. */
  period: string;
  figures: Partial<Record<FigureName | 'days', number | null>>;
}

/** A figure that an earlier night gave otherwise. */
export interface Restatement {
  period: string;
  figure: FigureName;
  /** What the last night before this one said. */
  was: number;
  night: string;
  now: number;
  /** `records`: surveys, contacts or links came late; `reading`: the same records, by what tonight has learned. */
  because: 'records' | 'reading';
}

export function flatFigures(figures: PeriodFigures): Record<FigureName, number | null> {
  const { stages, categories } = figures;
  return Object.fromEntries([
    ...plainFigures.map((name) => [name, figures[name]]),
    ...effortStages.map((name) => [`stages.${name}`, stages[name]]),
    ...categoryNames.map((name) => [`categories.${name}`, categories[name]]),
  ]);
}

/** The way back; what a night did not know yet is null. */
export function nestedFigures(flat: StatedFigures['figures']): PeriodFigures {
  const pick = <K extends string>(names: readonly K[], key: (name: K) => FigureName) =>
    Object.fromEntries(names.map((name) => [name, flat[key(name)] ?? null])) as Record<
      K,
      number | null
    >;
  return {
    ...pick(plainFigures, (name) => name),
    sessions: flat.sessions ?? 0,
    handoffs: flat.handoffs ?? 0,
    stages: pick(effortStages, (name) => `stages.${name}`),
    categories: pick(categoryNames, (name) => `categories.${name}`),
  };
}
