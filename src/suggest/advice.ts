/** The shape of an advice: what answers a ticket, as a draft that nothing has judged yet. */
import type { SuggestConfig } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import type { Handled, JourneyResult } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { RepairKind } from '../domain/repair.js';
import type { Phrase, Suggestion, SuggestionKind } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';
import type { Language } from '../language/language.js';
import type { Confusions } from './confusions.js';
import type { Spoken } from './segments.js';
import type { Training } from './training.js';
import type { Phrasing } from './worded.js';

export interface SuggestionDraft {
  kind: SuggestionKind;
  /** What the suggestion changes, within its ticket and kind: part of its identity. */
  target: string;
  intent?: string;
  fromIntent?: string;
  slot?: string;
  phrases: Phrase[];
  prompt?: string;
  threshold?: NonNullable<Suggestion['threshold']>;
  nearMisses?: NonNullable<Suggestion['nearMisses']>;
  evidence?: NonNullable<Suggestion['evidence']>;
  /** One sentence. */
  change: string;
}

export interface AdviceInput {
  /** The journeys of the ticket, in order of session id. */
  journeys: readonly JourneyResult[];
  /** All journeys of the window. */
  results: readonly JourneyResult[];
  /** What the bot did by itself. */
  handled: readonly Handled[];
  definition: BotDefinition | null;
  training: Training;
  phrasing: Phrasing;
  /** Made on the first call: it trains. */
  confusions(): Confusions;
  lexicon: Lexicon;
  language: Language;
  config: SuggestConfig;
  /** Whether a person refused to teach what the phrase says. */
  isRefused(phrase: Spoken): boolean;
  /** Whether a person would not make a new intent of it; it may still be taught. */
  isNoNewIntent(phrase: Spoken): boolean;
  /** By session id: probability (0 to 1) that the label of a journey is wrong, as far as its words tell. */
  doubt: ReadonlyMap<string, number>;
}

export interface Advice {
  id: SuggestionKind;
  title: string;
  description: string;
  /** Repairs that it may be part of. */
  answers: readonly RepairKind[];
  advise(ticket: Ticket, input: AdviceInput): SuggestionDraft[];
}
