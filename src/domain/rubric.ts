/** One rubric by which the bot, the handoff and the agent are judged, so that their owners talk of the same thing. */

/** Whose conduct is judged. The handoff is everything between the bot's last word and the agent's first. */
export const parts = ['bot', 'handoff', 'agent'] as const;
export type RubricPart = (typeof parts)[number];

export const criteria = [
  'understood',
  'asked_once',
  'progress',
  'resolution',
  'courtesy',
  'time',
] as const;
export type Criterion = (typeof criteria)[number];

/** Read from `config/rubric.yaml`. Weights are relative; 0 leaves a criterion or a part out. */
export interface Rubric {
  criteria: Record<Criterion, number>;
  parts: Record<RubricPart, number>;
  /** From here on nothing is left of a criterion. */
  worst: {
    repeats: number;
    /** With the bot until the handoff; in the queue; until the agent starts solving. */
    seconds: Record<RubricPart, number>;
  };
}

/** 0 (bad) to 1 (good) for each criterion that could be judged; the others are left out, and are not there. */
export type CriterionScores = Partial<Record<Criterion, number>>;

export interface PartScore {
  /** 0 to 100; null where no criterion could be judged. */
  score: number | null;
  judged: CriterionScores;
}

export type RubricScore = Record<RubricPart, PartScore>;
