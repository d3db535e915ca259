/** The shape of an intent engine: the shadow's or a vendor's own, by which suggestions are tested. */
import type { Classifier, LabelledPhrase, Prediction } from '../domain/classifier.js';

export interface Engine {
  /** Its file name. */
  id: string;
  title: string;
  description: string;
  /** Packages that it needs beside ours. */
  needs: readonly string[];
  /** @throws UsageError when a package that it needs is not installed. */
  check(): Promise<void>;
  /**
   * Phrases whose intent is null teach what belongs to no intent. Equal phrases give equal engines. Prints nothing, writes no file.
   *
   * @throws what `check` does.
   */
  train(phrases: readonly LabelledPhrase[]): Promise<TrainedEngine>;
}

export interface TrainedEngine {
  /** Name and version, as the report prints it. */
  engine: string;
  intents: readonly string[];
  /** One prediction a text, in their order. */
  classify(texts: readonly string[]): Promise<Prediction[]>;
}

/** A classifier of this process as an engine. */
export const inProcess =
  (train: (phrases: LabelledPhrase[]) => Classifier): Engine['train'] =>
  async (phrases) => {
    const { engine, intents, classify } = train([...phrases]);
    return { engine, intents, classify: async (texts) => texts.map(classify) };
  };
