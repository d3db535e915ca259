import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import type { DetectConfig } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Language } from '../language/language.js';
import type { Calendar } from '../lib/calendar.js';

export interface DetectContext {
  definition: BotDefinition | null;
  shadow: Classifier | null;
  /** Trains another classifier like `shadow`; without it the customers' words are read once. */
  train?: (phrases: LabelledPhrase[]) => Classifier;
  /** Keyed hash of a value's canonical form; null where there is no value. */
  digestValue: (value: unknown) => string | null;
  lexicon: Lexicon;
  language: Language;
  config: DetectConfig;
  calendar: Calendar;
  /** A detector failed on a journey; the others ran. */
  onFault(detector: string, message: string): void;
}
