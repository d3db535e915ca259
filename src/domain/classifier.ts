/** An intent classifier, ours or a vendor's: the shape that the shadow NLU and engine adapters share. */
export interface Prediction {
  /** Best intent, or null where "none of these" is likelier than any of them. */
  intent: string | null;
  /** Calibrated probability of `intent` (of "none of these" when it is null). */
  probability: number;
  /** Every intent with its probability, best first. They and `none` add up to 1. */
  ranking: { intent: string; probability: number }[];
  /** Probability that the utterance belongs to no intent. */
  none: number;
}

export interface Classifier {
  /** Name and version, as the report prints it. */
  engine: string;
  intents: readonly string[];
  classify(text: string): Prediction;
}

export interface LabelledPhrase {
  text: string;
  /** null: belongs to no intent (an out-of-scope example). */
  intent: string | null;
}
