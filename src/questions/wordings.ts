/** The agents' wordings, what is seen of them, and the classes that they are sorted into. */
import { plainForm } from './answer-form.js';
import type { Bag, FeatureTable, LogRatios } from './feature-table.js';
import type { Uncalled } from './forms.js';
import type { Mark } from './marked-slots.js';

/** The class of what asks for nothing. */
export const asksNothing = '';

/** The class of what asks for something that no class stands for: its words and answers are like anything's. */
export const asksOther = '?';

/** A class of what no slot stands for: in general, or with answers of one shape ("?#date"), as a slot that the definition lacks has. */
export const isUnknown = (name: string): boolean => name.startsWith(asksOther);

/** See `answerForms`: `#date`, `⟨phone`; numbers of whatever length are one shape, and codes of whatever shape. */
export function valueShape(form: string): string | null {
  if (/^[#⟨]/.test(form) || form === '~yesno') return plainForm(form);
  return /d\d/.test(form) ? 'digits' : null;
}

/** What is seen of one question beside its wording. */
export interface Sighting {
  /** Forms of the answer (see `answerForms`); empty where nobody answered. */
  answer: readonly string[];
  /** What the contact is about: its intent, its wrap-up code. */
  about: readonly string[];
  /** Slots whose value, as the bot held it, is in the answer. */
  proof: readonly string[];
  /** Slots of which the bot held another value than the answer gives. */
  denied: readonly string[];
}

/** One wording with all its sightings. */
export interface Wording {
  words: readonly string[];
  times: number;
  answers: Map<string, number>;
  /** The same by the shapes of whole answers (see `shapesGiven`). */
  given: Map<string, number>;
  about: Map<string, number>;
  proofs: Map<string, number>;
  denials: Map<string, number>;
  /** P(class) before anything was learned; what it leaves open goes to all classes. */
  prior: ReadonlyMap<string, number>;
  /** Slots of which it says more than half of the name. */
  called: ReadonlySet<string>;
  /** Others that values answered in the same contacts, each with how often. */
  beside: Map<Wording, number>;
  /** Known for certain: the bot's own prompts. */
  label?: string;
}

/** One of which nothing was seen. */
export const unseenWording = (): Wording => ({
  words: [],
  times: 1,
  answers: new Map(),
  given: new Map(),
  about: new Map(),
  proofs: new Map(),
  denials: new Map(),
  prior: new Map(),
  called: new Set(),
  beside: new Map(),
});

export interface WordingModel {
  classes: readonly string[];
  /** All that a wording says by itself, in the order of `classes`. */
  wordingOf(prior: Wording['prior'], words: readonly string[]): SaidWording;
  /** P(class | wording, sighting). */
  posterior(wording: SaidWording, sighting: Sighting): Float64Array;
  posteriorOf(wording: Wording): Float64Array;
  /** What it was learned to be, as plain data. */
  kept: KeptWordings;
}

export interface SaidWording {
  /** ln P(class, wording), up to a constant. */
  logs: Float64Array;
  /** Classes whose mark it does not say. */
  unmarked: readonly number[];
}

/** The shapes of a class's values; null where they are not known, or are words now and then. */
export type Shapes = ReadonlySet<string> | null;

export interface KeptWordings {
  classes: readonly string[];
  ratios: Record<Part | 'aboutOfAgents', LogRatios>;
  /** Wordings of each class, weighted by how often they are said. */
  sizes: Float64Array;
  /** Classes whose questions no yes or no answers. */
  never: readonly boolean[];
  /** See `shapesOf`. */
  shapes: readonly Shapes[];
  /** See `dayWordsOf`. */
  dayWords: ReadonlySet<string>;
  /** See `marksOf`. */
  marks: readonly Mark[];
  /** See `uncalledIn`. */
  uncalled: Uncalled;
  places: Record<Part, ReadonlyMap<string, number>>;
}

/** Slot to P(its held value is found in the answer | the answer gives it); `toldAs` has keys of its own. */
export type VerbatimRates = ReadonlyMap<string, number>;

/** The features of wordings: their words, what answers them, what their contacts are about. */
export interface Tables extends Record<Part, FeatureTable> {
  /** Strings are looked up once, not in every fit. */
  featuresOf(wording: Wording): Record<Part, Bag>;
}
type Part = 'words' | 'answers' | 'about';

/** Writes shares of which all is one class's. */
export function writeCertain(
  label: string,
  classes: readonly string[],
  shares: Float64Array,
): void {
  for (let k = 0; k < shares.length; k++) shares[k] = Number(classes[k] === label);
}
